package org.hone.search.storage.jdbc;

import org.hone.search.space.Distribution;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.IntDistribution;
import org.hone.search.space.ParameterValues.Assignment;

/**
 * Python lets a user enqueue numbers outside of the range: such a trial is read with a range that
 * has them.
 */
final class Covering {
  private Covering() {}

  static Assignment assignment(Distribution distribution, double value) {
    return new Assignment(
        distribution.contains(value) ? distribution : widened(distribution, value), value);
  }

  /** Categories cannot be widened: an index without a choice is refused by the assignment. */
  private static Distribution widened(Distribution distribution, double value) {
    double low = Math.min(distribution.low(), value);
    double high = Math.max(distribution.high(), value);
    if (distribution instanceof FloatDistribution) {
      return new FloatDistribution(low, high, 0, distribution.log() && low > 0);
    }
    return distribution instanceof IntDistribution
        ? new IntDistribution((long) low, (long) high, 1, distribution.log() && low >= 1)
        : distribution;
  }
}
