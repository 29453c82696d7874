package org.hone.engine.metrics;

import org.hone.api.training.Goal;
import org.hone.api.training.Metric;
import org.hone.search.space.Direction;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The share of rows whose most probable class is the right one, in [0, 1]. */
final class Accuracy implements Metric {
  @Override
  public String id() {
    return "accuracy";
  }

  @Override
  public Direction direction() {
    return Direction.MAXIMIZE;
  }

  @Override
  public boolean appliesTo(Goal goal) {
    return goal == Goal.CLASSIFICATION;
  }

  @Override
  public double compute(INDArray predictions, INDArray labels) {
    return new Confusion(predictions, labels).accuracy();
  }
}
