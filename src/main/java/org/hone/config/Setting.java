package org.hone.config;

import java.util.List;

/** What a study file says about one parameter of a technique. */
public sealed interface Setting {

  /** Where it says so. */
  Origin origin();

  /** Whether something is left to be searched. */
  boolean isSearched();

  /** As it is written in a study file: a single value, or a list. */
  Object written();

  /**
   * Always this value.
   *
   * @param value a String, Boolean, Long, Double or the choice of nothing
   */
  record Fixed(Object value, Origin origin) implements Setting {
    @Override
    public boolean isSearched() {
      return false;
    }

    @Override
    public Object written() {
      return value;
    }
  }

  /** Searched between two numbers, both included; the scale stays the technique's. */
  record Range(double low, double high, Origin origin) implements Setting {
    public Range {
      if (!(low <= high) || !Double.isFinite(low) || !Double.isFinite(high)) {
        throw new IllegalArgumentException(
            "a range needs finite low <= high, but low=" + low + ", high=" + high);
      }
    }

    @Override
    public boolean isSearched() {
      return true;
    }

    @Override
    public Object written() {
      return List.of(low, high);
    }
  }

  /**
   * One of these values.
   *
   * @param values each a String, Boolean, Long, Double or the choice of nothing
   */
  record Subset(List<Object> values, Origin origin) implements Setting {
    public Subset {
      values = List.copyOf(values);
      if (values.isEmpty()) {
        throw new IllegalArgumentException("a subset needs at least one value");
      }
    }

    @Override
    public boolean isSearched() {
      return true;
    }

    @Override
    public Object written() {
      return values;
    }
  }
}
