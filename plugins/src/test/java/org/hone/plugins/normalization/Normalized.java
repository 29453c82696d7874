package org.hone.plugins.normalization;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.hone.api.recipe.Recipe;
import org.hone.api.technique.Technique;
import org.hone.api.training.Task;
import org.hone.api.training.TrainedModel;
import org.hone.plugins.Trial;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Sgd;

/** Networks with a normalization in them, and what is true of any that knows no batch. */
final class Normalized {
  private Normalized() {}

  static Task task(Technique technique, Task task, Map<String, ?> strengths) {
    Recipe plain = Trial.recipe(task, new Sgd(0.1));
    return task.withNetwork(Trial.with(technique, plain, task, strengths).network());
  }

  /** The activations of a layer for the task's training rows, once its scale and shift are set. */
  static INDArray layer(Task task, String name, boolean training) {
    ComputationGraph graph = Trial.graph(task.network());
    graph
        .paramTable()
        .forEach(
            (key, array) -> {
              if (key.endsWith("_gamma")) {
                array.assign(2);
              } else if (key.endsWith("_beta")) {
                array.assign(0.25);
              }
            });
    return graph.feedForward(task.training().features(), training).get(name).dup();
  }

  /** The activations of a layer of the network as it is. */
  static INDArray plain(Task task, String name) {
    return Trial.graph(task.network()).feedForward(task.training().features(), true).get(name);
  }

  static void hasTheRightGradient(Task task) {
    ComputationGraph graph = Trial.precise(task.network());
    // away from the start, where half of the terms are one or zero
    graph
        .paramTable()
        .forEach(
            (key, array) -> {
              if (key.endsWith("_gamma")) {
                array.addi(org.nd4j.linalg.factory.Nd4j.randn(array.dataType(), array.shape()));
              }
            });
    assertThat(Trial.gradientError(graph, task, name -> true)).isLessThan(1e-6);
  }

  static void doesTheSameInTrainingAndAtInference(Task task, String name) {
    assertThat(Trial.distance(layer(task, name, true), layer(task, name, false))).isZero();
  }

  /** Deeplearning4j alone reads the model, with the classes that hone-api brings. */
  static void isSavedWithItsModel(Task task, Path folder) throws IOException {
    TrainedModel model = Trial.train(Trial.recipe(task, new Adam(0.01)), task, 2).model().get();
    Path file = folder.resolve("model.zip");
    model.save(file);
    ComputationGraph read = ComputationGraph.load(file.toFile(), false);
    INDArray features = task.validation().features();
    assertThat(read.outputSingle(features)).isEqualTo(model.predict(features));
    assertThat(read.getConfiguration().toJson()).contains("org.hone.api.layer.Normalization");
  }
}
