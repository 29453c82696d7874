package org.hone.reports.render;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.hone.reports.analysis.Unit;
import org.hone.reports.section.Cell;

/**
 * Intervals drawn as whiskers on one scale for the whole column, so that rows can be compared by
 * eye. A column of differences shows where zero is.
 */
record Whiskers(double low, double high, boolean zero) {
  private static final double WIDTH = 120;
  private static final double MARGIN = 4;

  static Whiskers of(List<Cell> column) {
    List<Cell.Range> ranges =
        column.stream().filter(Cell.Range.class::isInstance).map(Cell.Range.class::cast).toList();
    boolean zero =
        ranges.stream()
            .anyMatch(range -> range.unit() == Unit.POINTS || range.unit() == Unit.SIGNED);
    DoubleSummaryStatistics ends =
        ranges.stream()
            .flatMapToDouble(
                range -> DoubleStream.of(range.interval().low(), range.interval().high()))
            .summaryStatistics();
    return zero
        ? new Whiskers(Math.min(0, ends.getMin()), Math.max(0, ends.getMax()), true)
        : new Whiskers(ends.getMin(), ends.getMax(), false);
  }

  String draw(Cell.Range range) {
    String tone = range.tone().name().toLowerCase(Locale.ROOT);
    String axis = zero ? line("zero", x(0), x(0), 1, 13) : "";
    return """
        <svg class="whiskers %s" viewBox="0 0 120 14" width="120" height="14" aria-hidden="true">\
        %s%s<circle cx="%s" cy="7" r="3"/></svg>\
        """
        .formatted(
            tone,
            axis,
            line("span", x(range.interval().low()), x(range.interval().high()), 7, 7),
            x(range.interval().estimate()));
  }

  private static String line(String kind, String x1, String x2, int y1, int y2) {
    return "<line class=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>"
        .formatted(kind, x1, String.valueOf(y1), x2, String.valueOf(y2));
  }

  private String x(double value) {
    double share = high > low ? (value - low) / (high - low) : 0.5;
    return BigDecimal.valueOf(MARGIN + share * (WIDTH - 2 * MARGIN))
        .setScale(1, RoundingMode.HALF_EVEN)
        .toPlainString();
  }
}
