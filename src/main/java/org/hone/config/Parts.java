package org.hone.config;

import java.util.OptionalInt;

/**
 * How rows are dealt out.
 *
 * @param validation rows that trials are compared on
 * @param test rows that no trial sees; a share of 0 for none
 * @param folds into how many parts the rows that are not test rows are dealt, each of which
 *     validates a training of every trial; empty for one validation part
 */
public record Parts(Part validation, Part test, OptionalInt folds) {
  public Parts {
    boolean validated = validation.share() > 0 || validation.file().isPresent();
    if (!(validated && test.share() >= 0 && validation.share() + test.share() < 1)) {
      throw new IllegalArgumentException(
          "shares need validation > 0, test >= 0 and a sum < 1, but validation=%s, test=%s"
              .formatted(validation.share(), test.share()));
    }
    if (folds.isPresent() && (folds.getAsInt() < 2 || validation.file().isPresent())) {
      throw new IllegalArgumentException(
          "folds are at least two, and validation rows are theirs, but folds=%d, validation=%s"
              .formatted(folds.getAsInt(), validation));
    }
  }

  /** Shares of all rows. */
  public static Parts shares(double validation, double test) {
    return new Parts(new Part.Share(validation), new Part.Share(test), OptionalInt.empty());
  }
}
