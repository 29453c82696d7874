package org.hone.engine.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.hone.engine.backend.CpuBackend;
import org.hone.engine.backend.Fingerprints;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.random.impl.DropOutInverted;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

class RecordingTest {
  private final INDArray input = Nd4j.createFromArray(new float[][] {{1, -2, 3}, {4, 5, -6}});
  private final INDArray output = Nd4j.zeros(2, 3);

  @BeforeAll
  static void loadNd4j() {
    CpuBackend.start();
  }

  private Recording record(Runnable computation) {
    return Recording.of(List.of(input, output), computation);
  }

  private static INDArray newInput() {
    return Nd4j.createFromArray(new float[][] {{-1, 7, 0.5f}, {0.1f, -3, 2}});
  }

  @Test
  void isMadeAgainWithNewContents() {
    Runnable computation = () -> output.assign(Transforms.tanh(input.mul(2).addi(1)));
    Recording recording = record(computation);
    input.assign(newInput());
    output.assign(0);
    recording.complete().run();
    INDArray replayed = output.dup();
    output.assign(0);
    recording.shortened().run();
    INDArray shortened = output.dup();
    computation.run();

    assertThat(recording.obstacle()).isEmpty();
    assertThat(replayed).isEqualTo(output);
    assertThat(shortened).isEqualTo(output);
  }

  @Test
  void nothingIsRecordedAfterwards() {
    Recording recording = record(() -> output.assign(input));
    int size = recording.complete().size();
    output.assign(input.mul(3));

    assertThat(Recording.active()).isEmpty();
    assertThat(recording.complete().size()).isEqualTo(size);
  }

  /** The second product is a copy of the first, whose place the sum takes meanwhile. */
  @Test
  void whatWasComputedBeforeIsCopied() {
    INDArray square = Nd4j.createFromArray(new float[][] {{1, 2, 0}, {0, 1, 1}, {3, 0, 1}});
    Runnable computation =
        () -> {
          INDArray first = input.mmul(square).addi(1);
          INDArray second = input.mmul(square);
          output.assign(Transforms.exp(first, false).addi(second));
        };
    Recording recording = record(computation);
    input.assign(newInput());
    recording.shortened().run();
    INDArray shortened = output.dup();
    computation.run();

    assertThat(shortened).isEqualTo(output);
  }

  @Test
  void whatNobodyReadsIsLeftOut() {
    Recording needed = record(() -> output.assign(input.mul(2)));
    Recording more =
        record(
            () -> {
              INDArray unread = Transforms.exp(input, true);
              unread.addi(3);
              output.assign(input.mul(2));
            });

    assertThat(more.complete().size()).isGreaterThan(needed.complete().size());
    assertThat(more.shortened().size()).isEqualTo(needed.shortened().size());
  }

  @Test
  void aWantedResultIsNotLeftOut() {
    INDArray[] sum = new INDArray[1];
    Recording recording = record(() -> sum[0] = input.sum());
    recording.want(sum[0]);
    input.assign(newInput());
    recording.shortened().run();

    assertThat(sum[0].getFloat(0)).isEqualTo(newInput().sumNumber().floatValue());
  }

  /** Otherwise each replay would add to the one before. */
  @Test
  void fromZeroMeansFromZeroEachTime() {
    Recording recording = record(() -> output.assign(Nd4j.zeros(2, 3).addi(input)));
    recording.shortened().run();
    recording.shortened().run();

    assertThat(output).isEqualTo(input);
  }

  @Test
  void randomNumbersGoOn() {
    Runnable computation =
        () -> Nd4j.getExecutioner().exec(new DropOutInverted(input, output, 0.5));
    Recording recording = record(computation);
    Nd4j.getRandom().setSeed(3);
    recording.shortened().run();
    INDArray first = output.dup();
    recording.shortened().run();
    INDArray second = output.dup();
    Nd4j.getRandom().setSeed(3);
    computation.run();
    assertThat(first).isEqualTo(output);
    computation.run();
    assertThat(second).isEqualTo(output);
  }

  @Test
  void refusesWhatCannotBeMadeAgain() {
    Recording recording =
        record(
            () ->
                Nd4j.exec(
                    DynamicCustomOp.builder("dropout")
                        .addInputs(input)
                        .addOutputs(output)
                        .addIntegerArguments(3)
                        .addFloatingPointArguments(0.5)
                        .build()));

    assertThat(recording.obstacle())
        .hasValueSatisfying(text -> assertThat(text).contains("random"));
  }

  /** Others use it for something else before the next replay. */
  @Test
  void refusesTheMemoryOfAWorkspace() {
    Recording recording =
        record(
            () -> {
              MemoryWorkspace workspace =
                  Nd4j.getWorkspaceManager().getAndActivateWorkspace("recorded");
              try {
                output.assign(input.mul(2));
              } finally {
                workspace.close();
              }
            });

    assertThat(recording.obstacle())
        .hasValueSatisfying(text -> assertThat(text).contains("workspace"));
  }

  @Test
  void anLstmIsReplayedToTheBit() {
    ComputationGraph graph = Fingerprints.lstmGraph();
    graph.initGradientsView();
    INDArray features = Nd4j.randn(4, 3, 6);
    INDArray labels = Nd4j.rand(4, 2, 6);
    INDArray gradients = graph.getFlattenedGradients();
    Runnable pass =
        () -> {
          graph.setInput(0, features);
          graph.setLabels(labels);
          graph.computeGradientAndScore();
        };
    pass.run();
    graph.getConfiguration().setTrainingWorkspaceMode(WorkspaceMode.NONE);
    graph.getConfiguration().setInferenceWorkspaceMode(WorkspaceMode.NONE);
    Recording recording = Recording.of(List.of(features, labels, gradients, graph.params()), pass);
    Replay shortened = recording.shortened();
    assertThat(recording.obstacle()).isEmpty();
    for (int repetition = 0; repetition < 3; repetition++) {
      features.assign(Nd4j.randn(4, 3, 6));
      graph.params().addi(Nd4j.randn(graph.params().shape()).muli(0.1));
      shortened.run();
      INDArray replayed = gradients.dup();
      gradients.assign(Double.NaN);
      pass.run();
      assertThat(replayed).isEqualTo(gradients);
    }
    assertThat(shortened.size()).isLessThan(recording.complete().size());
  }

  @Test
  void freesWhatItAllocated() {
    INDArray[] made = new INDArray[1];
    Recording recording = record(() -> made[0] = input.mul(2));
    assertThat(recording.bytes()).isGreaterThanOrEqualTo(24);
    recording.close();

    assertThat(made[0].wasClosed()).isTrue();
    assertThat(input.wasClosed()).isFalse();
    assertThat(input.add(1).getFloat(0, 0)).isEqualTo(2);
  }
}
