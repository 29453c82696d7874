package org.hone.reports.diagnosis;

import org.hone.reports.analysis.Curve;
import org.hone.reports.analysis.Unit;

/** How far a loss fell, seen from its first reading. */
record Fall(Curve loss) {

  /** The whole way down: first reading minus lowest. */
  double total() {
    return loss.first().value() - loss.lowest().value();
  }

  /**
   * The share of the whole way that was gone after this fraction of the epochs; NaN without a way.
   */
  double shareAfter(double fraction) {
    double before = loss.until(epoch(fraction)).lowest().value();
    return (before - loss.lowest().value()) / total();
  }

  /** The epoch at this fraction of the training. */
  int epoch(double fraction) {
    int first = loss.first().step();
    return first + (int) Math.floor(fraction * (loss.last().step() - first));
  }

  static String loss(double value) {
    return Unit.NUMBER.text(value);
  }
}
