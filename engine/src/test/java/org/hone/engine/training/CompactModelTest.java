package org.hone.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.hone.api.recipe.Architecture;
import org.hone.api.recipe.Finish;
import org.hone.api.recipe.Network;
import org.hone.api.recipe.ParameterView;
import org.hone.api.recipe.Recipe;
import org.hone.api.testkit.SmallTasks;
import org.hone.api.training.Goal;
import org.hone.api.training.InputShape;
import org.hone.api.training.Task;
import org.hone.api.training.TrainedModel;
import org.hone.engine.network.CompactWeights;
import org.hone.engine.network.GraphNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Adam;

class CompactModelTest {
  private static final float STEP = 0.013f;

  @TempDir private Path folder;

  static Stream<Arguments> tasks() {
    Activation relu = Activation.RELU;
    InputShape sequence = InputShape.sequence(2, 5);
    return Stream.of(
        Arguments.of("MLP", any(InputShape.table(4), new Architecture.Mlp(List.of(40), relu))),
        Arguments.of(
            "CNN", any(InputShape.image(6, 6, 2), new Architecture.Cnn(List.of(9, 8), 20, relu))),
        Arguments.of("LSTM", any(sequence, new Architecture.Lstm(List.of(16), true, 3, relu))),
        Arguments.of("texts", SmallTasks.texts(Workbench.ENGINE)));
  }

  private static Task any(InputShape input, Architecture architecture) {
    return SmallTasks.any(Workbench.ENGINE, Goal.CLASSIFICATION, input, architecture);
  }

  /** Rounds each unit to multiples of a step of its own, and says so. */
  private static final Finish QUANTIZED =
      trainer ->
          trainer.run().views().stream()
              .filter(view -> view.weight().rank() > 1 && view.weight().size(0) > 1)
              .forEach(view -> trainer.saveAsBytes(view, rounded(view)));

  private static float[] rounded(ParameterView view) {
    INDArray weight = view.weight();
    boolean matrix = weight.rank() == 2;
    float[] steps = new float[(int) weight.size(matrix ? 1 : 0)];
    for (int unit = 0; unit < steps.length; unit++) {
      steps[unit] = STEP * (1 + unit % 5);
      INDArray part = matrix ? weight.getColumn(unit) : weight.slice(unit);
      for (int i = 0; i < part.length(); i++) {
        int multiple =
            (int) Math.max(-127, Math.min(127, Math.rint(part.getDouble(i) / steps[unit])));
        part.putScalar(i, (float) ((double) steps[unit] * multiple));
      }
    }
    return steps;
  }

  private TrainedModel train(Task task, Finish... finishes) {
    Recipe recipe = Workbench.recipe(task, new Adam(0.01));
    for (Finish finish : finishes) {
      recipe = recipe.withFinish(finish);
    }
    return Workbench.train(recipe, task, 1).model().orElseThrow();
  }

  private Path saved(String name, TrainedModel model) throws IOException {
    Path file = folder.resolve(name);
    model.save(file);
    ModelArchive.addPreprocessing(file, "{}");
    return file;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tasks")
  void quantizedWeightsLieAsBytesAndComeBackToTheBit(String name, Task task) throws IOException {
    TrainedModel model = train(task, QUANTIZED);
    Path file = saved("model.zip", model);
    INDArray expected = model.predict(task.validation().inputs());
    SavedModel read = SavedModel.load(file);
    assertThat(read.predict(task.validation().inputs())).isEqualTo(expected);
    assertThatThrownBy(() -> ComputationGraph.load(file.toFile(), false))
        .isInstanceOf(IllegalStateException.class);

    Path plain = folder.resolve("plain.zip");
    read.save(plain);
    assertThat(ComputationGraph.load(plain.toFile(), false).params())
        .isEqualTo(CompactWeights.load(file).params());
    assertThat(SavedModel.load(plain).predict(task.validation().inputs())).isEqualTo(expected);
  }

  @Test
  void theFileIsSmallerThanThatOfOtherWeights() throws IOException {
    Task wide = any(InputShape.table(4), new Architecture.Mlp(List.of(200, 200), Activation.RELU));
    long whole = Files.size(saved("whole.zip", train(wide)));
    long compact = Files.size(saved("compact.zip", train(wide, QUANTIZED)));
    assertThat(compact).isLessThan(whole / 3);
  }

  @Test
  void weightsThatAreNoMultiplesStayAsTheyAre() throws IOException {
    Task task = SmallTasks.classification(Workbench.ENGINE);
    Finish spoiling = trainer -> trainer.run().weights().addi(1e-3);
    TrainedModel model = train(task, QUANTIZED, spoiling);
    Path file = saved("model.zip", model);
    INDArray features = task.validation().features();
    assertThat(ComputationGraph.load(file.toFile(), false).outputSingle(features))
        .isEqualTo(model.predict(features));
  }

  @Test
  void anotherStudyBeginsWithSuchWeights() throws IOException {
    Task task = SmallTasks.classification(Workbench.ENGINE);
    Path file = saved("model.zip", train(task, QUANTIZED));
    Network own = GraphNetwork.open(file, task.input(), task.goal(), task.outputs());
    INDArray weights = own.pretrained().orElseThrow().weights("dense-1", "W").orElseThrow();
    assertThat(weights).isEqualTo(CompactWeights.load(file).getParam("dense-1_W"));
  }
}
