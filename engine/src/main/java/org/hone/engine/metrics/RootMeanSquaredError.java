package org.hone.engine.metrics;

import org.hone.api.training.Goal;
import org.hone.api.training.Metric;
import org.hone.search.space.Direction;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The root of the mean squared error, in the units of the target. */
final class RootMeanSquaredError implements Metric {
  @Override
  public String id() {
    return "rmse";
  }

  @Override
  public Direction direction() {
    return Direction.MINIMIZE;
  }

  @Override
  public boolean appliesTo(Goal goal) {
    return goal == Goal.REGRESSION;
  }

  @Override
  public double compute(INDArray predictions, INDArray labels) {
    return Math.sqrt(predictions.squaredDistance(labels) / labels.length());
  }
}
