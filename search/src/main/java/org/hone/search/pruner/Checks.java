package org.hone.search.pruner;

import java.util.SortedMap;

/**
 * At which reports a pruner looks.
 *
 * @param warmupSteps not before this step
 * @param intervalSteps from the end of the warm-up on, once in so many steps, at the first report
 */
record Checks(int warmupSteps, int intervalSteps) {

  Checks {
    if (warmupSteps < 0) {
      throw new IllegalArgumentException(
          "warm-up steps cannot be negative, but are " + warmupSteps);
    }
    if (intervalSteps < 1) {
      throw new IllegalArgumentException("an interval is at least 1 step, but is " + intervalSteps);
    }
  }

  /** Whether the last step is one at which to look. */
  boolean areDue(SortedMap<Integer, Double> reported) {
    if (reported.isEmpty() || reported.lastKey() < warmupSteps) {
      return false;
    }
    int step = reported.lastKey();
    int intervalStart = (step - warmupSteps) / intervalSteps * intervalSteps + warmupSteps;
    return reported.subMap(intervalStart, step).isEmpty();
  }
}
