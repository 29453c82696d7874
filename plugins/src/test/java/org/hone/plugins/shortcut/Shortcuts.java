package org.hone.plugins.shortcut;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.hone.api.recipe.Recipe;
import org.hone.api.technique.Technique;
import org.hone.api.training.Task;
import org.hone.api.training.TrainedModel;
import org.hone.plugins.Trial;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Sgd;

/** A network whose one block is its second hidden layer, and what is true of any shortcut. */
final class Shortcuts {
  private Shortcuts() {}

  static Task task(Technique technique, Map<String, ?> strengths) {
    Recipe plain = Trial.recipe(Trial.CLASSES, new Sgd(0.1));
    return Trial.CLASSES.withNetwork(
        Trial.with(technique, plain, Trial.CLASSES, strengths).network());
  }

  static Map<String, INDArray> layers(Task task, boolean training) {
    ComputationGraph graph = Trial.graph(task.network());
    return graph.feedForward(task.training().features(), training);
  }

  /** What a branch's output is multiplied by in each row of a training pass, [rows]. */
  static INDArray factors(Map<String, INDArray> layers, INDArray part) {
    INDArray branch = layers.get("dense-2");
    return part.mul(branch).sum(1).div(branch.mul(branch).sum(1));
  }

  /** Each of many draws is another, and the mean of their outputs is that of inference. */
  static void inferenceIsTheExpectation(Task task, double precision) {
    ComputationGraph graph = Trial.graph(task.network());
    INDArray x = task.training().features();
    INDArray mean = Nd4j.zeros(24, 6);
    Nd4j.getRandom().setSeed(7);
    for (int i = 0; i < 2000; i++) {
      mean.addi(graph.feedForward(x, true).get("dense-2-merge"));
    }
    INDArray inference = graph.feedForward(x, false).get("dense-2-merge");
    assertThat(Trial.distance(mean.divi(2000), inference)).isLessThan(precision);
  }

  static void sameSeedSameWeights(Task task) {
    Recipe recipe = Trial.recipe(task, new Sgd(0.1));
    List<INDArray> once = Trial.weights(recipe, task, 2);
    assertThat(Trial.weights(recipe, task, 2)).isEqualTo(once);
  }

  static void isSavedWithItsModel(Task task, Path folder) throws Exception {
    TrainedModel model = Trial.train(Trial.recipe(task, new Adam(0.01)), task, 2).model().get();
    Path file = folder.resolve("model.zip");
    model.save(file);
    ComputationGraph read = ComputationGraph.load(file.toFile(), false);
    INDArray features = task.validation().features();
    assertThat(read.outputSingle(features)).isEqualTo(model.predict(features));
  }
}
