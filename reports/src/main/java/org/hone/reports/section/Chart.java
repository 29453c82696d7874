package org.hone.reports.section;

import java.util.List;
import java.util.Optional;
import org.hone.reports.analysis.Unit;

/**
 * A drawing of points.
 *
 * @param summary what there is to see, for those who cannot see it
 */
public record Chart(String title, Axis x, Axis y, List<Series> series, String summary)
    implements Block {

  /**
   * One axis.
   *
   * @param categories names of the positions 0, 1, ...; empty for an axis of numbers
   * @param frame what to show of it; everything if empty
   */
  public record Axis(
      String label, Unit unit, boolean log, List<String> categories, Optional<Frame> frame) {
    public Axis {
      categories = List.copyOf(categories);
    }

    /** A linear axis that shows everything. */
    static Axis of(String label, Unit unit) {
      return new Axis(label, unit, false, List.of(), Optional.empty());
    }

    /** An axis of names. */
    static Axis of(String label, List<String> categories) {
      return new Axis(label, Unit.COUNT, false, categories, Optional.empty());
    }

    /** The same axis on a logarithmic scale, if so. */
    Axis log(boolean logarithmic) {
      return new Axis(label, unit, logarithmic, categories, frame);
    }

    /** The same axis, showing only the frame. */
    Axis within(Optional<Frame> shown) {
      return new Axis(label, unit, log, categories, shown);
    }
  }

  /** How the points of a series are drawn. */
  public enum Shape {
    LINE,
    DASHED,
    STEP,
    POINTS
  }

  /** Whose points they are, which gives them their colour. */
  public enum Role {
    BASELINE,
    BEST,
    OTHER
  }

  /** Points of one thing. */
  public record Series(String name, Shape shape, Role role, List<Point> points) {
    public Series {
      points = List.copyOf(points);
    }
  }

  /**
   * One point.
   *
   * @param y NaN or infinite where there is a gap
   */
  public record Point(double x, double y) {}

  public Chart {
    series = List.copyOf(series);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.chart(this);
  }
}
