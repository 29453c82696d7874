package org.hone.engine.data;

import java.util.List;
import java.util.Optional;
import org.hone.api.training.Examples;
import org.hone.api.training.Goal;
import org.hone.api.training.InputShape;

/**
 * A CSV file in memory. What is not said in its {@link DataSource} is told by its content:
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
  private final CsvFile file;
  private final String sha256;
  private final Fitted.Origin origin;
  private final InputShape input;
  private final Target target;
  private final List<RawColumn> columns;
  private final List<String> warnings;

  /** Keeps what a {@link DatasetReader} has read. */
  Dataset(
      Layout layout,
      String sha256,
      InputShape input,
      Target target,
      List<RawColumn> columns,
      List<String> warnings) {
    this.file = layout.file();
    this.sha256 = sha256;
    this.origin = new Fitted.Origin(layout.header(), layout.names().width());
    this.input = input;
    this.target = target;
    this.columns = List.copyOf(columns);
    this.warnings = List.copyOf(warnings);
  }

  /**
   * Reads a file.
   *
   * @throws DataException if there is anything wrong with it
   */
  public static Dataset read(DataSource source) {
    return new DatasetReader(source).read();
  }

  /** What is predicted. */
  public Goal goal() {
    return target.goal();
  }

  /** The shape of one row after encoding; the same for every split. */
  public InputShape input() {
    return input;
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

  /** The feature columns in the order of the file. */
  public List<Column> columns() {
    return columns.stream().map(RawColumn::column).toList();
  }

  /** How many rows there are. */
  public int rows() {
    return target.values().rows();
  }

  /** SHA-256 of the file's bytes as they lay there when it was read, in hexadecimal digits. */
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
    Preprocessing preprocessing = fit(split.training());
    return new Prepared(
        examples(preprocessing, split.training()),
        examples(preprocessing, split.validation()),
        plan.test() == 0 ? Optional.empty() : Optional.of(examples(preprocessing, split.test())),
        preprocessing);
  }

  private Preprocessing fit(int[] trainingRows) {
    Fitting fitting = new Fitting(trainingRows);
    Moments ofLabel = goal() == Goal.REGRESSION ? fitting.moments(target.values()) : Moments.NONE;
    return new Preprocessing(
        new Fitted(
            Fitted.VERSION,
            origin,
            goal(),
            input,
            new Fitted.Label(label(), target.place().number(), classes(), ofLabel),
            fitting.features(columns, input)));
  }

  private Examples examples(Preprocessing preprocessing, int[] rows) {
    return Examples.of(preprocessing.encode(columns, rows), target.encode(rows));
  }
}
