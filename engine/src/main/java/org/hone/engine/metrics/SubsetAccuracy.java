package org.hone.engine.metrics;

import org.hone.api.training.Goal;
import org.hone.api.training.Metric;
import org.hone.search.space.Direction;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The share of rows all of whose labels are right, in [0, 1].
 *
 * @see <a href="https://doi.org/10.1007/978-0-387-09823-4_34">Tsoumakas, Katakis, Vlahavas, Mining
 *     Multi-label Data, 2010, section 7</a>
 */
final class SubsetAccuracy implements Metric {
  @Override
  public String id() {
    return "subset-accuracy";
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
    return new LabelCounts(predictions, labels).subsetAccuracy();
  }
}
