package org.hone.engine.data;

import java.util.Optional;
import java.util.stream.IntStream;
import org.hone.engine.data.file.DataFile;
import org.hone.engine.data.split.Dealing;
import org.hone.engine.data.split.Split;
import org.hone.engine.data.split.SplitPlan;

/**
 * Which rows can go where, and how much they count there: the first ones are dealt out, those of
 * files of their own go to validation and to test.
 *
 * @param dealing of the first rows
 * @param dealt how many these are
 * @param validation how many rows of a validation file follow them; 0 if there is none
 * @param test how many rows of a test file follow these; 0 if there is none
 * @param weights in training, of the rows that are dealt out; empty if they count equally
 */
record Division(Dealing dealing, int dealt, int validation, int test, Optional<Cells> weights) {

  /** All rows are dealt out, so that parts are alike in what is predicted. */
  static Division of(Target target) {
    return of(target, 0, 0);
  }

  /** The same but for the last rows, those of validation before those of test. */
  static Division of(Target target, int validation, int test) {
    int dealt = target.rows() - validation - test;
    return new Division(target.dealing(dealt), dealt, validation, test, Optional.empty());
  }

  /**
   * Deals out the rows.
   *
   * @param file for the error's message
   * @throws DataException if there are too few rows for the plan
   */
  Split split(SplitPlan plan, DataFile file) {
    int from = dealt + validation;
    Split split =
        dealing
            .deal(plan)
            .with(
                IntStream.range(dealt, from).toArray(),
                IntStream.range(from, from + test).toArray());
    if (!split.isComplete(plan)) {
      throw file.error(
          "has %s, too few for %s; each part needs at least one".formatted(dealing.supply(), plan));
    }
    return split;
  }
}
