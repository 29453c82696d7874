package org.hone.engine.data;

import java.util.List;
import java.util.Optional;
import org.hone.api.training.Examples;
import org.hone.api.training.Goal;
import org.hone.api.training.InputShape;

/**
 * Rows in memory, with what is to be learnt from them. What is not said of a CSV file in its {@link
 * DataSource} is told by its content:
 *
 * <ul>
 *   <li>Separator: tab, semicolon or comma, whichever gives the first 100 records most nearly the
 *       same number of cells; blanks if none of them separates anything. Cells may be in double
 *       quotes.
 *   <li>Header: the first record, if it holds a column name that the source mentions; or if it has
 *       no number where the records below have numbers, but text; or, where there are no numbers at
 *       all, if its cells are all different and not found again below.
 *   <li>A cell that is empty, NA, N/A, NaN, null or ? (in any case) is missing.
 *   <li>A column holds numbers if at least nine of ten of its values are numbers, and a text among
 *       them is an error. Any other column holds categories, at most 1000.
 *   <li>The goal is classification if labels are texts, or whole numbers of at most 20 different
 *       values that come five times each on average (twice if there are only two of them); else it
 *       is regression. Numeric classes are in numerical order, others in alphabetical.
 * </ul>
 *
 * Categories are those of the whole file, so that inputs are the same for every split; they tell
 * nothing of labels. All else is fitted on training rows, see {@link Preprocessing}. Immutable.
 */
public final class Dataset {
  private final DataFile file;
  private final String sha256;
  private final Features features;
  private final Target target;
  private final List<String> warnings;

  /** Keeps what was read. */
  Dataset(DataFile file, String sha256, Features features, Target target, List<String> warnings) {
    this.file = file;
    this.sha256 = sha256;
    this.features = features;
    this.target = target;
    this.warnings = List.copyOf(warnings);
  }

  /**
   * Reads a source.
   *
   * @throws DataException if there is anything wrong with it
   */
  public static Dataset read(DataSource source) {
    return source.form().read(source);
  }

  /** What is predicted. */
  public Goal goal() {
    return target.goal();
  }

  /** The shape of one row after encoding; the same for every split. */
  public InputShape input() {
    return features.input();
  }

  /** How many outputs a network needs: one per class; 1 for regression. */
  public int outputs() {
    return target.outputs();
  }

  /** What each output stands for, in order; empty for regression. */
  public List<String> classes() {
    return target.classes();
  }

  /** The name of the label column. */
  public String label() {
    return target.place().name();
  }

  /** The feature columns in the order of the file; empty if it is no table. */
  public List<Column> columns() {
    return features.columns();
  }

  /** How many rows there are. */
  public int rows() {
    return target.values().rows();
  }

  /**
   * SHA-256 of the bytes of its files as they lay there when it was read, in hexadecimal digits.
   */
  public String sha256() {
    return sha256;
  }

  /** What a user should look at before trusting the data. */
  public List<String> warnings() {
    return warnings;
  }

  /**
   * Deals out the rows, each class by itself: the plan's share of each, rounded, and at least one
   * row for each part of a class that has three. Fits the preprocessing on the training rows.
   *
   * @throws DataException if there are too few rows for the plan
   */
  public Prepared prepare(SplitPlan plan) {
    Split split = Split.of(target.strata(), plan);
    if (!split.isComplete(plan)) {
      throw file.error(
          "has %d rows, too few for %s; each part needs at least one".formatted(rows(), plan));
    }
    Coded<?> coded = features.fit(split.training());
    return new Prepared(
        examples(coded, split.training()),
        examples(coded, split.validation()),
        plan.test() == 0 ? Optional.empty() : Optional.of(examples(coded, split.test())),
        new Preprocessing(new Fitted(goal(), label(split.training()), coded.coding())));
  }

  private Fitted.Label label(int[] trainingRows) {
    Moments moments =
        goal() == Goal.REGRESSION
            ? new Fitting(trainingRows).moments(target.values())
            : Moments.NONE;
    return new Fitted.Label(label(), classes(), moments);
  }

  private Examples examples(Coded<?> coded, int[] rows) {
    return new Examples(coded.inputs(rows), target.encode(rows), Optional.empty());
  }
}
