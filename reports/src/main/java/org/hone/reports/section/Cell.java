package org.hone.reports.section;

import java.util.List;
import java.util.OptionalDouble;
import org.hone.reports.analysis.Interval;
import org.hone.reports.analysis.Unit;

/** One value of a table or a fact. */
public sealed interface Cell {

  /** The value for people; empty for none. */
  String text();

  /** What it is sorted by; empty for words, which are sorted by themselves. */
  default OptionalDouble sortKey() {
    return OptionalDouble.empty();
  }

  /** Hands itself to the method of its kind. */
  <R> R accept(Visitor<R> visitor);

  /** What to do with each kind of cell. */
  interface Visitor<R> {
    /** Nothing. */
    R empty();

    /** Words. */
    R text(Text text);

    /** A figure. */
    R figure(Figure figure);

    /** An estimate with its interval. */
    R range(Range range);

    /** Several names. */
    R tags(Tags tags);
  }

  /** A figure, or nothing. */
  static Cell of(OptionalDouble value, Unit unit) {
    return value.isPresent() ? new Figure(value.getAsDouble(), unit) : new Empty();
  }

  /** A figure. */
  static Cell of(double value, Unit unit) {
    return new Figure(value, unit);
  }

  /** No value. */
  record Empty() implements Cell {
    @Override
    public String text() {
      return "";
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.empty();
    }
  }

  /** Words. */
  record Text(String text) implements Cell {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.text(this);
    }
  }

  /**
   * A figure.
   *
   * @param value possibly NaN or infinite
   */
  record Figure(double value, Unit unit) implements Cell {
    @Override
    public String text() {
      return unit.text(value);
    }

    @Override
    public OptionalDouble sortKey() {
      return OptionalDouble.of(value);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.figure(this);
    }
  }

  /** An estimate with its interval. */
  record Range(Interval interval, Unit unit, Tone tone) implements Cell {
    @Override
    public String text() {
      return unit.range(interval.low(), interval.high());
    }

    @Override
    public OptionalDouble sortKey() {
      return OptionalDouble.of(interval.estimate());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.range(this);
    }
  }

  /** Several names. */
  record Tags(List<String> names) implements Cell {
    public Tags {
      names = List.copyOf(names);
    }

    @Override
    public String text() {
      return String.join(", ", names);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.tags(this);
    }
  }
}
