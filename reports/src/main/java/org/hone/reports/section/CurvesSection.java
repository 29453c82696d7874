package org.hone.reports.section;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.hone.reports.analysis.Curve;
import org.hone.reports.analysis.Evidence;
import org.hone.reports.analysis.LearningCurves;
import org.hone.reports.analysis.Unit;
import org.hone.search.trial.MetricSeries.Point;
import org.hone.search.trial.TrialRecord;

/** What the meters of the baseline's and the best recipe's trial read, epoch by epoch. */
final class CurvesSection implements Section {
  @Override
  public String id() {
    return "curves";
  }

  @Override
  public String title() {
    return "Learning curves";
  }

  @Override
  public List<Block> blocks(Evidence evidence) {
    LearningCurves baseline = curves(evidence, evidence.baseline());
    LearningCurves best =
        curves(evidence, evidence.best().filter(trial -> !Evidence.isBaseline(trial)));
    List<Block> charts = new ArrayList<>();
    losses(baseline, best).ifPresent(charts::add);
    for (String meter : otherMeters(baseline, best)) {
      charts.add(chart(meter, evidence, baseline, best));
    }
    if (isScoredOtherwise(evidence, best)) {
      charts.add(
          Paragraph.aside(
              "The best recipe's score is none of its curve's: it is that of the finished training,"
                  + " of averaged weights or an ensemble for instance, or with folds the mean of all,"
                  + " of which the curve is the first."));
    }
    return charts.isEmpty() ? List.of(Paragraph.of("No readings were recorded.")) : charts;
  }

  private static boolean isScoredOtherwise(Evidence evidence, LearningCurves best) {
    OptionalDouble score = evidence.best().map(TrialRecord::value).orElseGet(OptionalDouble::empty);
    List<Point> curve =
        best.find(LearningCurves.VALIDATION_SCORE).map(Curve::finite).orElse(List.of());
    return score.isPresent()
        && !curve.isEmpty()
        && curve.stream().noneMatch(point -> point.value() == score.getAsDouble());
  }

  private static LearningCurves curves(Evidence evidence, Optional<TrialRecord> trial) {
    return trial
        .map(found -> LearningCurves.of(evidence.search().details(found)))
        .orElse(new LearningCurves(List.of()));
  }

  private static Optional<Block> losses(LearningCurves baseline, LearningCurves best) {
    List<MeterSeries> series =
        Stream.of(
                MeterSeries.of(
                    "Baseline, training", Chart.Role.BASELINE, baseline, LearningCurves.TRAIN_LOSS),
                MeterSeries.of(
                    "Baseline, validation",
                    Chart.Role.BASELINE,
                    baseline,
                    LearningCurves.VALIDATION_LOSS),
                MeterSeries.of(
                    "Best recipe, training", Chart.Role.BEST, best, LearningCurves.TRAIN_LOSS),
                MeterSeries.of(
                    "Best recipe, validation",
                    Chart.Role.BEST,
                    best,
                    LearningCurves.VALIDATION_LOSS))
            .flatMap(Optional::stream)
            .toList();
    return series.isEmpty()
        ? Optional.empty()
        : Optional.of(MeterSeries.chart("Loss", Unit.NUMBER, series));
  }

  /** The score first, the others by name; what was zero throughout is not worth a chart. */
  private static List<String> otherMeters(LearningCurves baseline, LearningCurves best) {
    return Stream.concat(baseline.all().stream(), best.all().stream())
        .filter(curve -> curve.finite().stream().anyMatch(point -> point.value() != 0))
        .map(Curve::name)
        .filter(name -> !name.equals(LearningCurves.TRAIN_LOSS))
        .filter(name -> !name.equals(LearningCurves.VALIDATION_LOSS))
        .filter(name -> !isOfLayer(name))
        .distinct()
        .sorted(
            Comparator.comparing((String name) -> !name.equals(LearningCurves.VALIDATION_SCORE))
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  /** There are too many of them for charts. */
  private static boolean isOfLayer(String meter) {
    return meter.contains("{");
  }

  private static Block chart(
      String meter, Evidence evidence, LearningCurves baseline, LearningCurves best) {
    boolean score = meter.equals(LearningCurves.VALIDATION_SCORE);
    return MeterSeries.chart(
        score ? "Validation " + evidence.context().metric().name() : title(meter),
        score ? evidence.context().metric().unit() : Unit.SETTING,
        Stream.of(
                MeterSeries.of("Baseline", Chart.Role.BASELINE, baseline, meter),
                MeterSeries.of("Best recipe", Chart.Role.BEST, best, meter))
            .flatMap(Optional::stream)
            .toList());
  }

  /**
   * The meter {@code hone.step.gradient.norm} is titled "Gradient norm"; of a single word, such as
   * {@code hone.step.seconds}, the step says what it is of.
   */
  private static String title(String meter) {
    String words =
        meter.replaceFirst("^hone\\.(trial\\.)?(step\\.(?=.+\\.))?", "").replace('.', ' ');
    return words.isEmpty() ? meter : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
