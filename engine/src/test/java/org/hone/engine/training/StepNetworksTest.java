package org.hone.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.hone.api.recipe.Architecture;
import org.hone.api.recipe.Batch;
import org.hone.api.recipe.Inputs;
import org.hone.api.recipe.Recipe;
import org.hone.api.testkit.RecordedTerms;
import org.hone.api.testkit.SmallTasks;
import org.hone.api.training.Goal;
import org.hone.api.training.InputShape;
import org.hone.api.training.Meters;
import org.hone.api.training.Task;
import org.hone.api.training.TrainedModel;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Adam;

class StepNetworksTest {
  /** The networks that were planned for other rows than those of a table. */
  enum Kind {
    LSTM(InputShape.sequence(2, 5), new Architecture.Lstm(List.of(6), false, 1, Activation.TANH)),
    TWO_WAYS(
        InputShape.sequence(2, 5), new Architecture.Lstm(List.of(4, 4), true, 1, Activation.TANH)),
    LSTM_OF_WORDS(
        InputShape.text(9, 5), new Architecture.Lstm(List.of(6), false, 4, Activation.TANH)),
    TEXT_CNN(InputShape.text(9, 5), new Architecture.TextCnn(4, List.of(2, 3), 4, Activation.RELU)),
    RESIDUAL(
        InputShape.image(4, 4, 1), new Architecture.ResidualCnn(List.of(3, 4), Activation.RELU));

    private final InputShape input;
    private final Architecture architecture;

    Kind(InputShape input, Architecture architecture) {
      this.input = input;
      this.architecture = architecture;
    }

    Task task(Goal goal) {
      return SmallTasks.any(Workbench.ENGINE, goal, input, architecture);
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void trainingLowersTheLoss(Kind kind) {
    Task task = kind.task(Goal.CLASSIFICATION);
    RecordedTerms terms = RecordedTerms.of(5, 12);
    Recipe fast =
        SmallTasks.baseline(task).withUpdate(update -> update.withUpdater(new Adam(0.05)));
    Workbench.ENGINE.train(fast, task, terms);
    List<Double> losses = terms.series(Meters.TRAIN_LOSS);
    assertThat(losses.get(11)).isLessThan(0.8 * losses.get(0));
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void modelsLoadWithDeeplearning4jAlone(Kind kind, @TempDir Path folder) throws IOException {
    Task task = kind.task(Goal.MULTI_LABEL);
    TrainedModel model = Workbench.train(SmallTasks.baseline(task), task, 1).model().orElseThrow();
    Path file = folder.resolve("model.zip");
    model.save(file);

    ComputationGraph graph = ComputationGraph.load(file.toFile(), false);
    Inputs inputs = task.validation().inputs();
    INDArray[] features = {inputs.features()};
    INDArray loaded =
        inputs
            .mask()
            .map(mask -> graph.output(false, features, new INDArray[] {mask}, new INDArray[1])[0])
            .orElseGet(() -> graph.outputSingle(false, features));
    assertThat(loaded).isEqualTo(model.predict(inputs));
    assertThat(Stream.of(graph.getLayers()).map(layer -> layer.conf().getLayer()))
        .allMatch(layer -> layer.getClass().getName().startsWith("org.deeplearning4j."));
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"TWO_WAYS", "LSTM_OF_WORDS", "TEXT_CNN"})
  void aRowWithoutAStepIsLearntFromAndPredicted(Kind kind) {
    Task task = kind.task(Goal.CLASSIFICATION);
    LiveGraph graph = Workbench.live(task.network(), new Adam(1e-3));
    INDArray mask = task.training().inputs().mask().orElseThrow().dup();
    mask.getRow(3).assign(0);
    Inputs inputs = new Inputs(task.training().features(), Optional.of(mask));
    Batch batch = new Batch(inputs, task.training().labels(), Optional.empty());
    assertThat(graph.computeGradient(batch)).isFinite();
    assertThat(graph.gradients().sumNumber().doubleValue()).isFinite();
    assertThat(graph.predict(inputs).sumNumber().doubleValue()).isFinite();
    graph.close();
  }
}
