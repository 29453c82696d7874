package org.hone.plugins.normalization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.hone.api.recipe.Feed;
import org.hone.api.recipe.Recipe;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.TechniqueContract;
import org.hone.api.training.Task;
import org.hone.plugins.Trial;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Sgd;

class GhostBatchNormalizationTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new GhostBatchNormalization();
  }

  private static final String LAYER = "dense-1-batchnormalization";

  private Recipe recipe(int size, int batch) {
    Recipe plain = Trial.recipe(Trial.CLASSES, new Sgd(1));
    Feed feed = new Feed(batch, plain.feed().order(), List.of(), List.of());
    return Trial.with(
        technique(), plain.withFeed(old -> feed), Trial.CLASSES, Map.of("size", size));
  }

  /** What the batch-normalized network gives for some rows, as the first gradient of a training. */
  private INDArray gradient(int from, int to) {
    Task task = Normalized.task(new BatchNormalization(), Trial.CLASSES, Map.of());
    ComputationGraph graph = Trial.graph(task.network());
    var rows = NDArrayIndex.interval(from, to);
    graph.setInput(0, task.training().features().get(rows));
    graph.setLabels(task.training().labels().get(rows));
    graph.computeGradientAndScore();
    return graph.gradient().getGradientFor("dense-1_W").dup();
  }

  @Test
  void eachPieceIsNormalisedByItself() {
    List<INDArray> seen = new ArrayList<>();
    Recipe recipe =
        Trial.before(recipe(8, 24), run -> seen.add(run.views().get(0).gradient().dup()));
    Trial.train(recipe, Trial.CLASSES, 1);
    INDArray pieces = gradient(0, 8).addi(gradient(8, 16)).addi(gradient(16, 24)).divi(24);
    assertThat(Trial.distance(seen.get(0), pieces)).isLessThan(1e-5);
    assertThat(Trial.distance(seen.get(0), gradient(0, 24).divi(24))).isGreaterThan(1e-3);
  }

  @Test
  void aSizeOfTheBatchIsBatchNormalization() {
    Recipe plain = Trial.recipe(Trial.CLASSES, new Sgd(1));
    Recipe whole = Trial.with(new BatchNormalization(), plain, Trial.CLASSES, Map.of());
    List<INDArray> expected = Trial.weights(whole, Trial.CLASSES, 1);
    List<INDArray> seen = Trial.weights(recipe(8, 8), Trial.CLASSES, 1);
    assertThat(Trial.distance(seen.get(3), expected.get(3))).isLessThan(1e-6);
  }

  @Test
  void theMovingAveragesMoveOnceByTheMeanOfThePieces() {
    Recipe recipe = recipe(8, 24);
    INDArray after = Trial.weights(recipe, Trial.CLASSES, 1).get(1);
    INDArray linear =
        Trial.graph(recipe.network())
            .feedForward(Trial.CLASSES.training().features(), true)
            .get("dense-1");
    int from = 4 * 6 + 6 + 6 + 6;
    INDArray mean = after.get(NDArrayIndex.interval(from, from + 6));
    assertThat(Trial.distance(mean, linear.mean(0).mul(0.1))).isLessThan(1e-5);
  }

  @Test
  void inferenceUsesTheMovingAverages() {
    Task task = Normalized.task(technique(), Trial.CLASSES, Map.of());
    INDArray one = Normalized.layer(task, LAYER, false);
    assertThat(one).isNotEqualTo(Normalized.layer(task, LAYER, true));
  }

  @Test
  void doesNotGoWithAccumulation() {
    assertThat(technique().conflictsWith()).contains("accumulation");
  }
}
