package org.hone.plugins.augmentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.hone.api.recipe.Recipe;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.TechniqueContract;
import org.hone.plugins.Trial;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Sgd;

class AdversarialTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new Adversarial();
  }

  @Test
  void halfOfTheGradientIsThatOfRowsMovedAgainstTheLoss() {
    List<INDArray> plainGradients = new ArrayList<>();
    List<INDArray> mixedGradients = new ArrayList<>();
    Recipe plain = Trial.recipe(Trial.CLASSES, new Sgd(0));
    Trial.train(
        Trial.after(plain, run -> plainGradients.add(run.gradients().dup())), Trial.CLASSES, 1);
    Recipe recipe = Trial.with(technique(), plain, Trial.CLASSES, Map.of("epsilon", 0.1));
    Trial.train(
        Trial.after(recipe, run -> mixedGradients.add(run.gradients().dup())), Trial.CLASSES, 1);
    INDArray worst = mixedGradients.get(0).mul(2).sub(plainGradients.get(0));
    assertThat(Trial.distance(worst, gradientOfMovedRows())).isLessThan(1e-5);
    assertThat(Trial.distance(worst, plainGradients.get(0))).isGreaterThan(1e-4);
  }

  /** Of the first eight rows, moved by 0.1 along the sign of the loss's gradient; from seed 5. */
  private static INDArray gradientOfMovedRows() {
    var graph = Trial.graph(Trial.CLASSES.network());
    INDArray features = Trial.CLASSES.training().features().get(NDArrayIndex.interval(0, 8)).dup();
    INDArray labels = Trial.CLASSES.training().labels().get(NDArrayIndex.interval(0, 8)).dup();
    INDArray moved = features.dup();
    for (int row = 0; row < 8; row++) {
      for (int column = 0; column < 4; column++) {
        double slope =
            loss(graph, features, labels, row, column, 1e-2)
                - loss(graph, features, labels, row, column, -1e-2);
        moved.putScalar(row, column, features.getDouble(row, column) + 0.1 * Math.signum(slope));
      }
    }
    graph.setInput(0, moved);
    graph.setLabels(labels);
    graph.computeGradientAndScore();
    return graph.gradient().gradient().div(8).reshape(graph.numParams());
  }

  private static double loss(
      ComputationGraph graph, INDArray features, INDArray labels, int row, int column, double h) {
    INDArray moved = features.dup();
    moved.putScalar(row, column, moved.getDouble(row, column) + h);
    return graph.score(new DataSet(moved, labels), false);
  }
}
