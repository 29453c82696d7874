package org.hone.engine.data;

/**
 * How rows are dealt out. The test rows follow from {@code testSeed} alone: other development seeds
 * deal the remaining rows anew and never touch them.
 *
 * @param validation share of all rows, above 0
 * @param test share of all rows, may be 0; validation and test together stay below 1
 */
public record SplitPlan(double validation, double test, long testSeed, long developmentSeed) {

  public SplitPlan {
    if (!(validation > 0 && test >= 0 && validation + test < 1)) {
      throw new IllegalArgumentException(
          "a split needs validation > 0, test >= 0 and validation + test < 1, but validation=%s and test=%s"
              .formatted(validation, test));
    }
  }
}
