package org.hone.engine.metrics;

import org.hone.api.training.Goal;
import org.hone.api.training.Metric;
import org.hone.search.space.Direction;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The mean over classes of the share of their rows that were recognised, in [0, 1]; classes without
 * rows do not count.
 *
 * @see <a href="https://doi.org/10.1109/ICPR.2010.764">Brodersen et al., ICPR 2010</a>
 */
final class BalancedAccuracy implements Metric {
  @Override
  public String id() {
    return "balanced-accuracy";
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
    return new Confusion(predictions, labels).meanRecall();
  }
}
