package org.hone.search.sampler;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.hone.search.space.Distribution;
import org.hone.search.space.Parameter;

/**
 * The finitely many values of a parameter that are tried, in order.
 *
 * @param count at least 1
 * @param values in internal form, by their index from 0
 */
record Candidates(int count, IntToDoubleFunction values) {

  /** Which candidates a parameter has. */
  @FunctionalInterface
  interface Choice {
    Candidates of(Parameter parameter);
  }

  /** All values of a discrete distribution. */
  static Candidates all(Distribution distribution) {
    int count = distribution.cardinality().orElseThrow();
    return new Candidates(
        count,
        index ->
            distribution.log()
                ? distribution.low() + index
                : distribution.fromUnit((index + 0.5) / count));
  }

  /** So many values of a range, equally far apart on its own scale, both ends among them. */
  static Candidates spread(Distribution distribution, int count) {
    return new Candidates(count, index -> distribution.fromUnit(index / (count - 1.0)));
  }

  /**
   * Values as the user writes them.
   *
   * @throws IllegalArgumentException if the parameter does not have one of them
   */
  static Candidates given(Parameter parameter, List<?> external) {
    double[] raw = external.stream().mapToDouble(parameter.distribution()::internal).toArray();
    return new Candidates(raw.length, index -> raw[index]);
  }
}
