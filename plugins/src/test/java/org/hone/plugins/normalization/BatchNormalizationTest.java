package org.hone.plugins.normalization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.hone.api.recipe.Network;
import org.hone.api.recipe.Recipe;
import org.hone.api.recipe.Site;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.TechniqueContract;
import org.hone.api.training.Task;
import org.hone.plugins.Trial;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.ops.transforms.Transforms;

class BatchNormalizationTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new BatchNormalization();
  }

  private Task normalized(Task task, double momentum) {
    Recipe plain = Trial.recipe(task, new Sgd(0.1));
    return task.withNetwork(
        Trial.with(technique(), plain, task, Map.of("momentum", momentum)).network());
  }

  @Test
  void standsBeforeEachHiddenActivation() {
    Network network = normalized(Trial.CLASSES, 0.9).network();
    assertThat(network.sites())
        .extracting(Site::name)
        .containsExactly(
            "dense-1",
            "dense-1-batchnormalization",
            "dense-1-activation",
            "dense-2",
            "dense-2-batchnormalization",
            "dense-2-activation",
            "output");
    assertThat(network.describe()).contains("decay=0.9 eps=1.0E-5");
    assertThat(normalized(Trial.IMAGES, 0.9).network().sites())
        .filteredOn(site -> site.kind() == Site.Kind.NORMALIZATION)
        .hasSize(2);
  }

  @Test
  void trainingStandardisesOverTheBatch() {
    ComputationGraph graph = Trial.graph(normalized(Trial.CLASSES, 0.9).network());
    Map<String, INDArray> layers = graph.feedForward(Trial.CLASSES.training().features(), true);
    INDArray normal = layers.get("dense-1-batchnormalization");
    assertThat(normal.mean(0).amaxNumber().doubleValue()).isLessThan(1e-5);
    assertThat(Trial.distance(normal.var(false, 0), normal.mean(0).ulike().assign(1)))
        .isLessThan(1e-3);
  }

  @Test
  void inferenceUsesTheMovingAverages() {
    ComputationGraph graph = Trial.graph(normalized(Trial.CLASSES, 0.9).network());
    INDArray features = Trial.CLASSES.training().features();
    graph.getParam("dense-1-batchnormalization_mean").assign(0.5);
    graph.getParam("dense-1-batchnormalization_log10stdev").assign(Math.log10(2));
    Map<String, INDArray> layers = graph.feedForward(features, false);
    INDArray linear =
        features.mmul(graph.getParam("dense-1_W")).addRowVector(graph.getParam("dense-1_b"));
    INDArray expected = Transforms.tanh(linear.sub(0.5).div(2));
    assertThat(Trial.distance(layers.get("dense-1-activation"), expected)).isLessThan(1e-5);
  }

  @Test
  void theMeanMovesByTheMomentum() {
    Task task = normalized(Trial.CLASSES, 0.7);
    List<INDArray> weights = Trial.weights(Trial.recipe(task, new Sgd(0)), task, 1);
    INDArray first = Trial.CLASSES.training().features().get(NDArrayIndex.interval(0, 8));
    INDArray linear = Trial.graph(task.network()).feedForward(first, true).get("dense-1");
    int from = 4 * 6 + 6 + 6 + 6;
    INDArray mean = weights.get(1).get(NDArrayIndex.interval(from, from + 6));
    assertThat(Trial.distance(mean, linear.mean(0).mul(0.3))).isLessThan(1e-5);
    assertThat(weights.get(0).getDouble(from)).isZero();
  }

  @Test
  void theGradientIsRight() {
    for (Task task : List.of(normalized(Trial.CLASSES, 0.9), normalized(Trial.IMAGES, 0.9))) {
      ComputationGraph graph = Trial.precise(task.network());
      // at the places of statistics stand their changes, which are no gradients
      assertThat(
              Trial.gradientError(
                  graph, task, name -> !name.endsWith("_mean") && !name.endsWith("_log10stdev")))
          .isLessThan(1e-5);
    }
  }

  @Test
  void aConstantColumnIsNoDivisionByZero() {
    Task task = normalized(Trial.CLASSES, 0.9);
    ComputationGraph graph = Trial.graph(task.network());
    INDArray same = task.training().features().ulike().assign(1);
    INDArray normal = graph.feedForward(same, true).get("dense-1-batchnormalization");
    assertThat(normal.amaxNumber().doubleValue()).isEqualTo(0, within(1e-2));
  }
}
