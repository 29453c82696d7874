package org.hone.search.space;

import java.util.List;

/**
 * What combinations of values a space excludes. A sampler never meets an excluded point: {@link
 * SearchSpace#choose} tells it, parameter by parameter, which values are still allowed.
 */
public sealed interface Constraint permits AtMostOne, LessOrEqual {

  /** Whether the values, possibly of a part of the parameters only, respect the constraint. */
  boolean holds(ParameterValues values);

  /** The names it speaks of. */
  List<String> parameters();

  /** One line for people. */
  String describe();

  /** The same of the parameters under {@code prefix + name}. */
  Constraint prefixed(String prefix);
}
