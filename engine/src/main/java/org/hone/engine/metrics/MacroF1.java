package org.hone.engine.metrics;

import org.hone.api.training.Goal;
import org.hone.api.training.Metric;
import org.hone.search.space.Direction;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The mean over classes of F1, the harmonic mean of precision and recall, in [0, 1].
 *
 * <pre>{@code F1 = 2 TP / (2 TP + FP + FN)}</pre>
 *
 * Classes that neither occur nor are predicted do not count.
 *
 * @see <a href="https://doi.org/10.1016/j.ipm.2009.03.002">Sokolova, Lapalme, Information
 *     Processing and Management 2009, table 3</a>
 */
final class MacroF1 implements Metric {
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
    return goal == Goal.CLASSIFICATION;
  }

  @Override
  public double compute(INDArray predictions, INDArray labels) {
    return new Confusion(predictions, labels).meanF1();
  }
}
