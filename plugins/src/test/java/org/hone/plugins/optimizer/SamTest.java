package org.hone.plugins.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hone.api.recipe.Recipe;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.TechniqueContract;
import org.hone.api.training.Examples;
import org.hone.plugins.Trial;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Sgd;

class SamTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new Sam();
  }

  @Test
  void theGradientIsThatOfTheWorstPlaceNearby() {
    Recipe plain = Trial.recipe(Trial.CLASSES, new Sgd(1));
    List<INDArray> own = new ArrayList<>();
    Trial.weights(Trial.after(plain, run -> own.add(run.gradients().dup())), Trial.CLASSES, 1);
    INDArray start = Trial.weights(plain, Trial.CLASSES, 1).get(0);
    List<INDArray> sharp = new ArrayList<>();
    Recipe recipe = Trial.with(technique(), plain, Trial.CLASSES, Map.of("rho", 0.1));
    List<INDArray> weights =
        Trial.weights(
            Trial.after(recipe, run -> sharp.add(run.gradients().dup())), Trial.CLASSES, 1);
    INDArray moved = start.add(own.get(0).mul(0.1 / own.get(0).norm2Number().doubleValue()));
    assertThat(Trial.distance(sharp.get(0), gradientAt(moved))).isLessThan(1e-6);
    assertThat(Trial.distance(weights.get(1), start.sub(sharp.get(0)))).isLessThan(1e-6);
  }

  /** Batch-mean gradient of the first eight rows. */
  private static INDArray gradientAt(INDArray weights) {
    var graph = Trial.graph(Trial.CLASSES.network());
    graph.setParams(weights);
    Examples rows = Trial.CLASSES.training();
    graph.setInput(0, rows.features().get(NDArrayIndex.interval(0, 8)));
    graph.setLabels(rows.labels().get(NDArrayIndex.interval(0, 8)));
    graph.computeGradientAndScore();
    return graph.gradient().gradient().div(8).reshape(weights.shape());
  }
}
