package org.hone.search.space;

import java.util.function.DoublePredicate;

/**
 * Which values of one parameter the constraints leave, given those chosen before it, so that a
 * value is also left for those that come after it.
 */
public interface Allowed extends DoublePredicate {

  /** The smallest value that order constraints leave, in internal form. */
  double low();

  /** The largest value that order constraints leave, in internal form. */
  double high();
}
