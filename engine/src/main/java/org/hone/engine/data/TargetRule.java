package org.hone.engine.data;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hone.api.training.Goal;
import org.hone.engine.data.Column.Kind;
import org.hone.engine.data.file.DataException;

/**
 * Makes the target of the label columns. Unless told, one column is classes if it holds texts; or
 * if it holds whole numbers, at most {@value #MOST_CLASSES} different ones, that come {@value
 * #ROWS_PER_CLASS} times each on average ({@value #ROWS_PER_CLASS_OF_TWO} times if there are only
 * two of them); else it is numbers. Several columns are labels of which a row can have several if
 * all of them hold nothing but 0 and 1; else they are numbers.
 */
final class TargetRule {
  private static final int MOST_CLASSES = 20;
  private static final int ROWS_PER_CLASS = 5;
  private static final int ROWS_PER_CLASS_OF_TWO = 2;

  private final List<ColumnTyper> labels;
  private final Optional<Goal> told;
  private final int dealt;
  private final int least;

  /**
   * For columns that have been read.
   *
   * @param told the goal; empty to find out
   * @param dealt the first so many rows may be learnt from
   * @param least how many of them each class must have
   */
  TargetRule(List<ColumnTyper> labels, Optional<Goal> told, int dealt, int least) {
    this.labels = List.copyOf(labels);
    this.told = told;
    this.dealt = dealt;
    this.least = least;
  }

  /**
   * The target.
   *
   * @throws DataException if a row has no label, if labels do not fit the goal, or if there is
   *     nothing to tell apart
   */
  Target target() {
    labels.forEach(TargetRule::requireNoneMissing);
    Goal goal = told.orElseGet(this::goal);
    ColumnTyper first = labels.get(0);
    return switch (goal) {
      case CLASSIFICATION -> classes(first);
      case MULTI_LABEL -> severalLabels(first);
      case REGRESSION -> new NumberTarget(names(), labels.stream().map(this::numbers).toList());
    };
  }

  private static void requireNoneMissing(ColumnTyper label) {
    label
        .firstMissing()
        .ifPresent(
            seen -> {
              throw label
                  .place()
                  .error(
                      seen,
                      "the label is missing ('%s'); every row needs one".formatted(seen.text()));
            });
  }

  /** What a user should know about a goal that was found out; empty if there is no doubt. */
  Optional<String> doubt(Target target) {
    if (told.isPresent() || target.goal() == Goal.REGRESSION) {
      return Optional.empty();
    }
    if (target.goal() == Goal.MULTI_LABEL) {
      return Optional.of(
          "the %d label columns hold nothing but 0 and 1, and are taken for labels of which a row can have several; if they are amounts, say task: regression"
              .formatted(labels.size()));
    }
    ColumnTyper label = labels.get(0);
    return label.isWhole() && !isCoded(target.classes())
        ? Optional.of(
            "%s: %d different whole numbers are taken for classes; if they are amounts, say task: regression"
                .formatted(label.place(), target.outputs()))
        : Optional.empty();
  }

  /** Whether the classes are two, or 0, 1, 2 ... as codes are. */
  private static boolean isCoded(List<String> classes) {
    return classes.size() == 2
        || IntStream.range(0, classes.size())
            .allMatch(code -> classes.get(code).equals(Integer.toString(code)));
  }

  private Goal goal() {
    if (labels.size() > 1) {
      return labels.stream().allMatch(ColumnTyper::isZeroOrOne)
          ? Goal.MULTI_LABEL
          : Goal.REGRESSION;
    }
    ColumnTyper label = labels.get(0);
    boolean classes =
        label.kind() == Kind.CATEGORICAL
            || (label.isWhole() && label.hasFewValues() && areFew(label));
    return classes ? Goal.CLASSIFICATION : Goal.REGRESSION;
  }

  private static boolean areFew(ColumnTyper label) {
    int count = label.categories().names().size();
    int rowsPerClass = count == 2 ? ROWS_PER_CLASS_OF_TWO : ROWS_PER_CLASS;
    return count <= MOST_CLASSES && label.rows() >= rowsPerClass * count;
  }

  private List<String> names() {
    return labels.stream().map(label -> label.place().name()).toList();
  }

  private ClassTarget classes(ColumnTyper label) {
    if (labels.size() > 1) {
      throw labels
          .get(1)
          .place()
          .error(
              "a class is told by one column, but %d are listed as label; for several labels in a row say task: multi-label"
                  .formatted(labels.size()));
    }
    Categories categories = label.categories();
    ClassTarget target =
        new ClassTarget(
            label.place().name(),
            label.place().toString(),
            categories.names(),
            label.places(categories));
    if (target.outputs() < 2) {
      throw label
          .place()
          .error(
              "every label is '%s'; at least two classes are needed"
                  .formatted(target.classes().get(0)));
    }
    requireRows(label, target);
    return target;
  }

  private void requireRows(ColumnTyper label, ClassTarget target) {
    List<int[]> strata = target.strata(dealt);
    for (int i = 0; i < strata.size(); i++) {
      int rows = strata.get(i).length;
      String name = target.classes().get(i);
      if (rows == 0) {
        throw notLearnt(label, name);
      }
      if (rows < least) {
        throw label
            .place()
            .error(
                "class '%s' has only one row; each class needs two, one to learn from and one to validate with"
                    .formatted(name));
      }
    }
  }

  /** All rows of the class are in files of validation or test. */
  private static DataException notLearnt(ColumnTyper label, String name) {
    Place place = label.place();
    return label
        .firstElsewhere(name)
        .map(
            seen ->
                place.error(
                    seen,
                    "class '%s' has no row in %s; one is needed to learn from"
                        .formatted(name, place.file().name())))
        .orElseGet(
            () ->
                place.error(
                    "class '%s' has rows in the validation or test file only; one is needed to learn from"
                        .formatted(name)));
  }

  private LabelTarget severalLabels(ColumnTyper first) {
    if (labels.size() == 1) {
      throw first
          .place()
          .error(
              "is the only label; for several in a row list columns of 0 and 1, or say what stands between two of them (labels-separated-by)");
    }
    for (ColumnTyper label : labels) {
      if (!label.isZeroOrOne()) {
        throw label
            .place()
            .error("holds other values than 0 and 1, which say whether a row has that label");
      }
    }
    return new LabelTarget(
        names(), names(), labels.stream().map(label -> label.numbers("")).toList());
  }

  private Cells numbers(ColumnTyper label) {
    Cells values =
        label.numbers(labels.size() == 1 ? "; if labels are names, say task: classification" : "");
    if (values.lowest() == values.highest()) {
      throw label
          .place()
          .error("every label is %s; there is nothing to learn".formatted(values.at(0)));
    }
    return values;
  }
}
