package org.hone.reports.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.hone.reports.analysis.Evidence;
import org.hone.reports.analysis.History;
import org.hone.reports.analysis.Metric;
import org.hone.reports.analysis.Unit;
import org.hone.search.trial.TrialRecord;

/** How the search went on: every score, and the best so far. */
final class HistorySection implements Section {
  @Override
  public String id() {
    return "history";
  }

  @Override
  public String title() {
    return "The search";
  }

  @Override
  public List<Block> blocks(Evidence evidence) {
    History history = History.of(evidence);
    return history.steps().isEmpty()
        ? List.of(Paragraph.of("No trial has a score yet."))
        : List.of(chart(evidence, history));
  }

  private static Block chart(Evidence evidence, History history) {
    Metric metric = evidence.context().metric();
    List<Double> scores = history.steps().stream().map(History.Step::score).toList();
    List<Double> always = new ArrayList<>();
    evidence.best().ifPresent(trial -> always.add(trial.value().orElseThrow()));
    baseline(evidence).ifPresent(always::add);
    Optional<Frame> frame = Frame.around(scores, always);
    return new Chart(
        "Validation " + metric.name() + " by trial",
        Chart.Axis.of("trial", Unit.COUNT),
        Chart.Axis.of("validation " + metric.name(), metric.unit()).within(frame),
        series(evidence, history),
        summary(evidence, scores, frame));
  }

  private static Optional<Double> baseline(Evidence evidence) {
    return evidence.scored().filter(Evidence::isBaseline).findFirst().map(HistorySection::score);
  }

  private static double score(TrialRecord trial) {
    return trial.value().orElseThrow();
  }

  private static List<Chart.Series> series(Evidence evidence, History history) {
    List<Chart.Series> series = new ArrayList<>();
    series.add(
        new Chart.Series(
            "Trials", Chart.Shape.POINTS, Chart.Role.OTHER, points(history, History.Step::score)));
    series.add(
        new Chart.Series(
            "Best so far", Chart.Shape.STEP, Chart.Role.BEST, points(history, History.Step::best)));
    baseline(evidence)
        .ifPresent(
            score ->
                series.add(
                    new Chart.Series(
                        "Baseline",
                        Chart.Shape.DASHED,
                        Chart.Role.BASELINE,
                        points(history, step -> score))));
    return series;
  }

  private static List<Chart.Point> points(History history, ToDoubleFunction<History.Step> height) {
    return history.steps().stream()
        .map(step -> new Chart.Point(step.trial(), height.applyAsDouble(step)))
        .toList();
  }

  private static String summary(Evidence evidence, List<Double> scores, Optional<Frame> frame) {
    TrialRecord best = evidence.best().orElseThrow();
    long outside = frame.map(shown -> shown.leftOut(scores)).orElse(0L);
    return "%s; the best recipe beside the baseline is trial %s with %s.%s"
        .formatted(
            Count.of(scores.size(), "scored trial"),
            best.number(),
            evidence.context().metric().unit().text(score(best)),
            outside == 0 ? "" : " " + Count.of(outside, "score") + " far out of the frame.");
  }
}
