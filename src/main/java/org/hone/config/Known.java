package org.hone.config;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The names that a study file may choose from. What they stand for is none of this package's
 * business.
 *
 * @param techniques ids of the techniques
 * @param samplers ids of the samplers
 * @param pruners ids of the pruners
 * @param metrics ids of the metrics of predictions
 * @param costs ids of what a training and its model cost
 * @param leftOut what would offer techniques but is broken, a line each
 */
public record Known(
    Set<String> techniques,
    Set<String> samplers,
    Set<String> pruners,
    Set<String> metrics,
    Set<String> costs,
    List<String> leftOut) {
  public Known {
    techniques = sorted(techniques);
    samplers = sorted(samplers);
    pruners = sorted(pruners);
    metrics = sorted(metrics);
    costs = sorted(costs);
    leftOut = List.copyOf(leftOut);
  }

  /** With nothing left out. */
  public Known(
      Set<String> techniques,
      Set<String> samplers,
      Set<String> pruners,
      Set<String> metrics,
      Set<String> costs) {
    this(techniques, samplers, pruners, metrics, costs, List.of());
  }

  private static Set<String> sorted(Set<String> names) {
    return Collections.unmodifiableSortedSet(new TreeSet<>(names));
  }
}
