package org.hone.engine.metrics;

import org.hone.api.training.Goal;
import org.hone.api.training.Metric;
import org.hone.search.space.Direction;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The share of labels, over all rows, that are rightly said to be there or not, in [0, 1]: one
 * minus the Hamming loss. A label is said to be there from a probability of 0.5 on.
 *
 * @see <a href="https://doi.org/10.1007/978-0-387-09823-4_34">Tsoumakas, Katakis, Vlahavas, Mining
 *     Multi-label Data, 2010, section 7</a>
 */
final class LabelAccuracy implements Metric {
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
    return goal == Goal.MULTI_LABEL;
  }

  @Override
  public double compute(INDArray predictions, INDArray labels) {
    return new LabelCounts(predictions, labels).accuracy();
  }
}
