package org.hone.engine.metrics;

import org.hone.api.training.Goal;
import org.hone.api.training.Metric;
import org.hone.search.space.Direction;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The mean absolute error, in the units of the target. */
final class MeanAbsoluteError implements Metric {
  @Override
  public String id() {
    return "mae";
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
    return predictions.distance1(labels) / labels.length();
  }
}
