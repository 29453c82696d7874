package org.hone.engine.training;

import java.util.OptionalDouble;
import org.hone.api.recipe.Batch;
import org.hone.api.recipe.GradientStep;

/** The innermost gradient step: through the network and back. */
interface Pass extends GradientStep {

  /** The batch's mean loss in the last step. */
  double loss();

  /** By what the loss is multiplied where the precision is narrow. */
  default OptionalDouble scale() {
    return OptionalDouble.empty();
  }

  /** In single precision. */
  static Pass of(LiveGraph graph) {
    return new Pass() {
      private double loss;

      @Override
      public Outcome compute(Batch batch) {
        loss = graph.computeGradient(batch);
        return Outcome.APPLY;
      }

      @Override
      public double loss() {
        return loss;
      }
    };
  }
}
