package org.hone.reports.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hone.reports.analysis.Unit;
import org.hone.reports.section.Cell;
import org.hone.reports.section.Chart;
import org.hone.reports.section.Table;
import org.hone.reports.section.Table.Column;
import org.hone.reports.section.Table.Row;

/** A chart in words and figures, for where it cannot be drawn or seen: a row for each series. */
final class ChartTable {
  private static final String BARS = "▁▂▃▄▅▆▇█";
  private static final int WIDTH = 24;

  private ChartTable() {}

  static Table of(Chart chart) {
    return new Table(
        chart.title(),
        List.of(
            Column.text("series", "Series"),
            Column.text("trend", "Trend"),
            Column.number("first", "First"),
            Column.number("last", "Last"),
            Column.number("lowest", "Lowest"),
            Column.number("highest", "Highest")),
        chart.series().stream().map(series -> row(series, chart.y().unit())).toList(),
        false);
  }

  private static Row row(Chart.Series series, Unit unit) {
    double[] finite =
        series.points().stream().mapToDouble(Chart.Point::y).filter(Double::isFinite).toArray();
    List<Cell> cells = new ArrayList<>();
    cells.add(new Cell.Text(series.name()));
    cells.add(new Cell.Text(sparkline(finite)));
    if (finite.length == 0) {
      cells.addAll(List.of(new Cell.Empty(), new Cell.Empty(), new Cell.Empty(), new Cell.Empty()));
    } else {
      double[] sorted = finite.clone();
      Arrays.sort(sorted);
      cells.add(new Cell.Figure(finite[0], unit));
      cells.add(new Cell.Figure(finite[finite.length - 1], unit));
      cells.add(new Cell.Figure(sorted[0], unit));
      cells.add(new Cell.Figure(sorted[sorted.length - 1], unit));
    }
    return new Row(cells, Optional.empty());
  }

  /** The values as a row of bars, evenly thinned out if there are many. */
  static String sparkline(double[] finite) {
    int width = Math.min(WIDTH, finite.length);
    if (width == 0) {
      return "";
    }
    double[] shown =
        IntStream.range(0, width)
            .mapToDouble(i -> finite[width == 1 ? 0 : i * (finite.length - 1) / (width - 1)])
            .toArray();
    double low = Arrays.stream(shown).min().orElseThrow();
    double high = Arrays.stream(shown).max().orElseThrow();
    StringBuilder bars = new StringBuilder();
    for (double value : shown) {
      double height = high > low ? (value / 2 - low / 2) / (high / 2 - low / 2) : 0;
      bars.append(BARS.charAt((int) Math.min(BARS.length() - 1, height * BARS.length())));
    }
    return bars.toString();
  }
}
