package org.hone.config;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * The names that a study file may choose from. What they stand for is none of this package's
 * business.
 *
 * @param techniques ids of the techniques
 * @param samplers ids of the samplers
 * @param pruners ids of the pruners
 * @param metrics ids of the metrics
 */
public record Known(
    Set<String> techniques, Set<String> samplers, Set<String> pruners, Set<String> metrics) {
  public Known {
    techniques = sorted(techniques);
    samplers = sorted(samplers);
    pruners = sorted(pruners);
    metrics = sorted(metrics);
  }

  private static Set<String> sorted(Set<String> names) {
    return Collections.unmodifiableSortedSet(new TreeSet<>(names));
  }
}
