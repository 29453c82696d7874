package org.hone.engine.data;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hone.api.training.Goal;
import org.hone.engine.data.Column.Kind;

/**
 * Makes the target of the label column. Unless told, it is classes if the column holds texts; or if
 * it holds whole numbers, at most {@value #MOST_CLASSES} different ones, that come {@value
 * #ROWS_PER_CLASS} times each on average ({@value #ROWS_PER_CLASS_OF_TWO} times if there are only
 * two of them). Else it is numbers.
 */
final class TargetRule {
  private static final int MOST_CLASSES = 20;
  private static final int ROWS_PER_CLASS = 5;
  private static final int ROWS_PER_CLASS_OF_TWO = 2;

  private final ColumnTyper label;

  private TargetRule(ColumnTyper label) {
    this.label = label;
  }

  /**
   * The target.
   *
   * @param goal empty to find out
   * @throws DataException if a row has no label, if labels do not fit the goal, or if there is
   *     nothing to tell apart
   */
  static Target target(ColumnTyper label, Optional<Goal> goal) {
    label
        .firstMissing()
        .ifPresent(
            seen -> {
              throw label
                  .place()
                  .error(
                      seen.line(),
                      "the label is missing ('%s'); every row needs one".formatted(seen.text()));
            });
    TargetRule rule = new TargetRule(label);
    return goal.orElseGet(rule::goal) == Goal.CLASSIFICATION ? rule.classes() : rule.numbers();
  }

  /** What a user should know about a goal that was found out; empty if there is no doubt. */
  static Optional<String> doubt(ColumnTyper label, Target target) {
    boolean doubtful =
        target.goal() == Goal.CLASSIFICATION && label.isWhole() && !isCoded(target.classes());
    return doubtful
        ? Optional.of(
            "%s: %d different whole numbers are taken for classes; if they are amounts, say goal: regression"
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
    boolean classes =
        label.kind() == Kind.CATEGORICAL
            || (label.isWhole() && label.hasFewValues() && areFew(label.categories()));
    return classes ? Goal.CLASSIFICATION : Goal.REGRESSION;
  }

  private boolean areFew(Categories values) {
    int count = values.names().size();
    int rowsPerClass = count == 2 ? ROWS_PER_CLASS_OF_TWO : ROWS_PER_CLASS;
    return count <= MOST_CLASSES && label.rows() >= rowsPerClass * count;
  }

  private Target classes() {
    Categories categories = label.categories();
    Target target = new Target(label.place(), categories.names(), label.places(categories));
    if (target.outputs() < 2) {
      throw label
          .place()
          .error(
              "every label is '%s'; at least two classes are needed"
                  .formatted(target.classes().get(0)));
    }
    List<int[]> strata = target.strata();
    for (int i = 0; i < strata.size(); i++) {
      if (strata.get(i).length < 2) {
        throw label
            .place()
            .error(
                "class '%s' has only one row; each class needs two, one to learn from and one to validate with"
                    .formatted(target.classes().get(i)));
      }
    }
    return target;
  }

  private Target numbers() {
    Cells values = label.numbers("; if labels are names, say goal: classification");
    if (values.lowest() == values.highest()) {
      throw label
          .place()
          .error("every label is %s; there is nothing to learn".formatted(values.at(0)));
    }
    return new Target(label.place(), List.of(), values);
  }
}
