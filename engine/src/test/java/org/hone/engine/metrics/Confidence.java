package org.hone.engine.metrics;

import org.hone.api.training.Goal;
import org.hone.api.training.Metric;
import org.hone.search.space.Direction;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A user's metric, found on the class path: the mean probability of the right class. */
public final class Confidence implements Metric {
  @Override
  public String id() {
    return "confidence";
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
    return predictions.mul(labels).sumNumber().doubleValue() / labels.size(0);
  }
}
