package org.hone.engine.metrics;

import org.hone.api.training.Goal;
import org.hone.api.training.Metric;
import org.hone.search.space.Direction;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * One minus the squared error relative to that of the mean: 1 is perfect, 0 is no better than the
 * mean. Targets that do not vary give NaN or minus infinity.
 */
final class CoefficientOfDetermination implements Metric {
  @Override
  public String id() {
    return "r2";
  }

  @Override
  public Direction direction() {
    return Direction.MAXIMIZE;
  }

  @Override
  public boolean appliesTo(Goal goal) {
    return goal == Goal.REGRESSION;
  }

  @Override
  public double compute(INDArray predictions, INDArray labels) {
    INDArray spread = labels.subRowVector(labels.mean(0));
    return 1 - predictions.squaredDistance(labels) / spread.mul(spread).sumNumber().doubleValue();
  }
}
