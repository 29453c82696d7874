package org.hone.api.recipe;

/** Learning rate and momentum over the training. A pure function of {@link Progress}. */
@FunctionalInterface
public interface Schedule {

  /** The rates for the step that comes next. */
  Rates at(Progress now);

  /** The optimizer's own rate throughout. */
  static Schedule constant() {
    return now -> Rates.of(1);
  }
}
