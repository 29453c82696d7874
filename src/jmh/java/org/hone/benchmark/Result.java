package org.hone.benchmark;

import java.util.List;
import java.util.Optional;

/**
 * What became of a figure.
 *
 * @param values on the figure's scale, sorted from best to worst; empty if it was not measured
 * @param skipped why not
 */
record Result(Figure figure, List<Double> values, Optional<String> skipped) {

  static Result measured(Figure figure, List<Double> seconds) {
    List<Double> fromBest = seconds.stream().sorted().map(figure::of).toList();
    return new Result(figure, fromBest, Optional.empty());
  }

  static Result skipped(Figure figure, String why) {
    return new Result(figure, List.of(), Optional.of(why));
  }

  /** The median beside its target, and the range of all runs. */
  String line() {
    Scale scale = figure.scale();
    String target = scale.targetText(figure.target());
    if (values.isEmpty()) {
      return "%-18s %12s %14s  %s"
          .formatted(figure.name(), "-", target, "skipped: " + skipped.orElse(""));
    }
    double median = median();
    return "%-18s %12s %14s  %-11s %s"
        .formatted(
            figure.name(),
            scale.text(median),
            target,
            scale.reaches(median, figure.target()) ? "reached" : "NOT reached",
            "%s .. %s, %d runs"
                .formatted(
                    scale.text(values.get(0)),
                    scale.text(values.get(values.size() - 1)),
                    values.size()));
  }

  private double median() {
    int middle = values.size() / 2;
    return values.size() % 2 == 1
        ? values.get(middle)
        : (values.get(middle - 1) + values.get(middle)) / 2;
  }
}
