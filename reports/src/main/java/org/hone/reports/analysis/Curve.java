package org.hone.reports.analysis;

import java.util.Comparator;
import java.util.List;
import org.hone.search.trial.MetricSeries;
import org.hone.search.trial.MetricSeries.Point;

/**
 * A meter's readings over the epochs of one training.
 *
 * @param name the meter's
 * @param points all readings, possibly NaN or infinite
 */
public record Curve(String name, List<Point> points) {

  public Curve {
    points = List.copyOf(points);
  }

  /** The curve of a series. */
  public static Curve of(MetricSeries series) {
    return new Curve(series.name(), series.points());
  }

  /** The readings that are numbers. */
  public List<Point> finite() {
    return points.stream().filter(point -> Double.isFinite(point.value())).toList();
  }

  /** How many readings are NaN or infinite. */
  public int notFinite() {
    return points.size() - finite().size();
  }

  /** The finite part up to and including this epoch. */
  public Curve until(int step) {
    return new Curve(name, finite().stream().filter(point -> point.step() <= step).toList());
  }

  /** The lowest finite reading, the earliest among equals. */
  public Point lowest() {
    return finite().stream().min(Comparator.comparingDouble(Point::value)).orElseThrow();
  }

  /** The first finite reading. */
  public Point first() {
    return finite().get(0);
  }

  /** The last finite reading. */
  public Point last() {
    List<Point> finite = finite();
    return finite.get(finite.size() - 1);
  }

  /** Where the curve stands around this epoch: the median of up to three finite readings to it. */
  public double around(int step) {
    List<Point> before = until(step).points();
    List<Point> near = before.subList(Math.max(0, before.size() - 3), before.size());
    return new Sample(near.stream().map(Point::value).toList()).median();
  }
}
