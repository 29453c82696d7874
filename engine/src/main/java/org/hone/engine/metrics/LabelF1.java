package org.hone.engine.metrics;

import org.hone.api.training.Goal;
import org.hone.api.training.Metric;
import org.hone.search.space.Direction;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The mean over labels of F1, as {@link MacroF1} has it over classes; labels that are neither there
 * nor said to be in any row do not count.
 *
 * @see <a href="https://doi.org/10.1007/978-0-387-09823-4_34">Tsoumakas, Katakis, Vlahavas, Mining
 *     Multi-label Data, 2010, section 7</a>
 */
final class LabelF1 implements Metric {
  @Override
  public String id() {
    return "macro-f1";
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
    return new LabelCounts(predictions, labels).meanF1();
  }
}
