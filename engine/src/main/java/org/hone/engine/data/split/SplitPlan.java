package org.hone.engine.data.split;

import java.util.Optional;

/**
 * How rows are dealt out. The test rows follow from {@code testSeed} alone: other development seeds
 * deal the remaining rows anew and never touch them.
 *
 * @param validation share of all rows; 0 where a file of its own has the validation rows
 * @param test share of all rows, may be 0; validation and test together stay below 1
 * @param fold which fold of the development rows validates; empty to draw the validation rows once
 */
public record SplitPlan(
    double validation, double test, long testSeed, long developmentSeed, Optional<Fold> fold) {

  /**
   * One of several parts of the development rows.
   *
   * @param number from 0
   * @param of how many there are, at least two
   */
  public record Fold(int number, int of) {
    public Fold {
      if (of < 2 || number < 0 || number >= of) {
        throw new IllegalArgumentException(
            "folds are numbered from 0 and at least two, but number=%d of %d"
                .formatted(number, of));
      }
    }
  }

  public SplitPlan {
    if (!(validation >= 0 && test >= 0 && validation + test < 1)) {
      throw new IllegalArgumentException(
          "a split needs validation >= 0, test >= 0 and validation + test < 1, but validation=%s and test=%s"
              .formatted(validation, test));
    }
  }

  /** Validation rows are drawn once. */
  public SplitPlan(double validation, double test, long testSeed, long developmentSeed) {
    this(validation, test, testSeed, developmentSeed, Optional.empty());
  }

  /** The same test rows, and of the others one fold to validate with. */
  public SplitPlan withFold(Fold one) {
    return new SplitPlan((1 - test) / one.of(), test, testSeed, developmentSeed, Optional.of(one));
  }

  @Override
  public String toString() {
    return fold.map(one -> "%d folds".formatted(one.of()))
            .orElseGet(() -> "validation=%s".formatted(validation))
        + " and test=%s".formatted(test);
  }

  /** The share of validation rows among the rows that are no test rows. */
  double validationOfDevelopment() {
    return validation / (1 - test);
  }
}
