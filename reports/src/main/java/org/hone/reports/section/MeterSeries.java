package org.hone.reports.section;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hone.reports.analysis.Curve;
import org.hone.reports.analysis.LearningCurves;
import org.hone.reports.analysis.Unit;

/** One curve of a chart over epochs. */
record MeterSeries(String name, Chart.Role role, Curve curve) {
  /** From this ratio of largest to smallest on, a linear axis hides the small ones. */
  private static final double WIDE = 50;

  static Optional<MeterSeries> of(
      String name, Chart.Role role, LearningCurves curves, String meter) {
    return curves.readable(meter).map(curve -> new MeterSeries(name, role, curve));
  }

  /** A chart of curves, logarithmic if all are positive and far apart. */
  static Chart chart(String title, Unit unit, List<MeterSeries> curves) {
    return new Chart(
        title,
        Chart.Axis.of("epoch", Unit.COUNT),
        Chart.Axis.of("", unit).log(wide(curves)),
        curves.stream().map(MeterSeries::series).toList(),
        curves.stream().map(curve -> curve.story(unit)).collect(Collectors.joining("; ", "", ".")));
  }

  private static boolean wide(List<MeterSeries> curves) {
    double[] values =
        curves.stream()
            .flatMap(one -> one.curve.finite().stream())
            .mapToDouble(point -> point.value())
            .sorted()
            .toArray();
    return values[0] > 0 && values[values.length - 1] / values[0] > WIDE;
  }

  private Chart.Series series() {
    boolean training = curve.name().equals(LearningCurves.TRAIN_LOSS);
    return new Chart.Series(
        name,
        training ? Chart.Shape.DASHED : Chart.Shape.LINE,
        role,
        curve.points().stream()
            .map(point -> new Chart.Point(point.step(), point.value()))
            .toList());
  }

  private String story(Unit unit) {
    String gaps =
        curve.notFinite() == 0
            ? ""
            : " (" + Count.of(curve.notFinite(), "reading") + " not finite, left out)";
    return name
        + " "
        + unit.text(curve.first().value())
        + " to "
        + unit.text(curve.last().value())
        + gaps;
  }
}
