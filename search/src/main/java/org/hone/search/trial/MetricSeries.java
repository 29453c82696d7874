package org.hone.search.trial;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What one meter of a trial read over time.
 *
 * @param name the meter's name, such as {@code hone.trial.loss.validation}
 * @param points in the order of their steps
 */
public record MetricSeries(String name, List<Point> points) {

  /**
   * One reading.
   *
   * @param step the epoch, from 1
   * @param value possibly NaN or infinite
   */
  public record Point(int step, double value) {}

  public MetricSeries {
    points = List.copyOf(points);
  }

  /** The last reading; empty if there is none. */
  public OptionalDouble last() {
    return points.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(points.get(points.size() - 1).value());
  }
}
