package org.hone.plugins.optimizer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hone.api.recipe.Recipe;
import org.hone.api.technique.Technique;
import org.hone.plugins.Trial;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Sgd;

/**
 * What an optimizer did in the three steps of an epoch.
 *
 * @param gradients batch-mean gradients, one before each step
 * @param weights before the first step and after each
 */
record Steps(List<INDArray> gradients, List<INDArray> weights) {

  static Steps of(Technique technique, Map<String, ?> strengths) {
    Recipe recipe =
        Trial.with(technique, Trial.recipe(Trial.CLASSES, new Sgd(1)), Trial.CLASSES, strengths);
    List<INDArray> gradients = new ArrayList<>();
    List<INDArray> weights =
        Trial.weights(
            Trial.after(
                recipe, run -> gradients.add(run.gradients().dup().castTo(DataType.DOUBLE))),
            Trial.CLASSES,
            1);
    return new Steps(
        gradients, weights.stream().map(array -> array.castTo(DataType.DOUBLE)).toList());
  }

  /** The gradient of a step, from 1. */
  INDArray g(int t) {
    return gradients.get(t - 1);
  }

  INDArray zeros() {
    return g(1).ulike().assign(0);
  }

  /** The greatest difference between the step that was taken, from 1, and the one expected. */
  double error(int t, INDArray expectedStep) {
    return Trial.distance(weights.get(t), weights.get(t - 1).sub(expectedStep));
  }
}
