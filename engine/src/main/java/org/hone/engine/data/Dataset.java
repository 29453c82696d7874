package org.hone.engine.data;

import java.util.List;
import java.util.Optional;
import org.hone.api.training.Examples;
import org.hone.api.training.Goal;
import org.hone.api.training.InputShape;
import org.hone.engine.data.file.DataFile;
import org.hone.engine.data.file.Sha256;
import org.hone.engine.data.split.Split;
import org.hone.engine.data.split.SplitPlan;
import org.nd4j.linalg.api.ndarray.INDArray;

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
  private final Division division;
  private final List<String> warnings;

  /** Keeps what was read; rows are dealt out so that parts are alike in what is predicted. */
  Dataset(DataFile file, String sha256, Features features, Target target, List<String> warnings) {
    this(file, sha256, features, target, Division.of(target), warnings);
  }

  /** Keeps what was read. */
  Dataset(
      DataFile file,
      String sha256,
      Features features,
      Target target,
      Division division,
      List<String> warnings) {
    this.file = file;
    this.sha256 = sha256;
    this.features = features;
    this.target = target;
    this.division = division;
    this.warnings = List.copyOf(warnings);
  }

  /**
   * Reads a source.
   *
   * @throws DataException if there is anything wrong with it
   */
  public static Dataset read(DataSource source) {
    Dataset read = source.form().read(source);
    return source.synonyms().map(DataFile::new).map(read::withSynonyms).orElse(read);
  }

  private Dataset withSynonyms(DataFile synonyms) {
    Features known = features.withSynonyms(synonyms);
    String both =
        new Sha256().with("data", sha256).with("synonyms", known.thesaurus().sha256()).sum();
    return new Dataset(file, both, known, target, division, warnings);
  }

  /** What is predicted. */
  public Goal goal() {
    return target.goal();
  }

  /** The shape of one row after encoding; the same for every split. */
  public InputShape input() {
    return features.input();
  }

  /** How many outputs a network needs: one per class, per label, or per number. */
  public int outputs() {
    return target.outputs();
  }

  /** The class or label whose probability each output is, in order; empty for regression. */
  public List<String> classes() {
    return target.classes();
  }

  /** What is predicted, by the names of its columns. */
  public List<String> labels() {
    return target.columns();
  }

  /** The feature columns in the order of the file; empty if it is no table. */
  public List<Column> columns() {
    return features.columns();
  }

  /** How many rows there are. */
  public int rows() {
    return target.rows();
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
   * Deals out the rows: of each class the plan's share, rounded, and at least one row for each part
   * of a class that has three; where there are several labels, as near to it as that goes; by group
   * or by time if the source says so. Rows of files of their own go where these belong. Fits the
   * preprocessing on the training rows.
   *
   * @throws DataException if there are too few rows for the plan
   */
  public Prepared prepare(SplitPlan plan) {
    Split split = division.split(plan, file);
    int[] training = split.training();
    Coded<?> coded = features.fit(training);
    Fitted.Label label = new Fitted.Label(labels(), classes(), target.scales(training));
    return new Prepared(
        new Examples(coded.inputs(training), target.encode(training), weights(training)),
        examples(coded, split.validation()),
        Optional.of(split.test())
            .filter(rows -> rows.length > 0)
            .map(rows -> examples(coded, rows)),
        new Preprocessing(new Fitted(goal(), label, coded.coding())),
        coded.coding().synonyms(features.thesaurus()));
  }

  private Examples examples(Coded<?> coded, int[] rows) {
    return new Examples(coded.inputs(rows), target.encode(rows), Optional.empty());
  }

  /** Of training rows: [rows, 1], of mean 1, so that they leave the learning rate as it is. */
  private Optional<INDArray> weights(int[] rows) {
    return division
        .weights()
        .map(
            cells -> {
              INDArray column = LabelTarget.sideBySide(List.of(cells), rows);
              return column.div(column.meanNumber());
            });
  }
}
