package org.hone.search.space;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * One of several choices without an order. Inside, a choice is its index.
 *
 * @param choices distinct; each a String, Boolean, Long, Double or {@link Nothing}, so that it has
 *     one JSON form
 */
public record CategoricalDistribution(List<Object> choices) implements Distribution {

  /** The choice of nothing: Python's {@code None}, JSON's {@code null}. */
  public enum Nothing {
    NOTHING;

    @Override
    public String toString() {
      return "null";
    }
  }

  public CategoricalDistribution {
    choices = choices.stream().map(CategoricalDistribution::normal).toList();
    if (choices.isEmpty()) {
      throw new IllegalArgumentException("a categorical parameter needs at least one choice");
    }
    if (choices.stream().distinct().count() < choices.size()) {
      throw new IllegalArgumentException("choices must be distinct, but are " + choices);
    }
  }

  /** A choice among the given values. */
  public static CategoricalDistribution of(Object... choices) {
    return new CategoricalDistribution(List.of(choices));
  }

  /** Off or on, in this order: index 0 is {@code false}, index 1 is {@code true}. */
  public static CategoricalDistribution flag() {
    return of(false, true);
  }

  private static Object normal(Object choice) {
    if (choice instanceof Integer || choice instanceof Short || choice instanceof Byte) {
      return ((Number) choice).longValue();
    }
    if (choice instanceof Float number) {
      return number.doubleValue();
    }
    if (choice instanceof String
        || choice instanceof Boolean
        || choice instanceof Long
        || choice instanceof Double
        || choice instanceof Nothing) {
      return choice;
    }
    throw new IllegalArgumentException(
        "a choice is a string, a boolean or a number, but %s is a %s"
            .formatted(choice, choice.getClass().getName()));
  }

  @Override
  public double low() {
    return 0;
  }

  @Override
  public double high() {
    return choices.size() - 1;
  }

  @Override
  public boolean log() {
    return false;
  }

  @Override
  public boolean contains(double value) {
    return value >= 0 && value < choices.size() && Math.rint(value) == value;
  }

  @Override
  public double toUnit(double value) {
    Cells.requireContained(this, value);
    return Cells.middle(value, choices.size());
  }

  @Override
  public double fromUnit(double unit) {
    Cells.requireUnit(unit);
    return Cells.index(unit, choices.size());
  }

  @Override
  public UnitCell cell(double value) {
    Cells.requireContained(this, value);
    return UnitCell.of(value, choices.size());
  }

  @Override
  public double ceiling(double bound) {
    return Math.ceil(bound);
  }

  @Override
  public double floor(double bound) {
    return Math.floor(bound);
  }

  @Override
  public OptionalInt cardinality() {
    return OptionalInt.of(choices.size());
  }

  @Override
  public Object external(double value) {
    Cells.requireContained(this, value);
    return choices.get((int) value);
  }

  @Override
  public double internal(Object external) {
    int index = choices.indexOf(normal(external));
    if (index < 0) {
      throw Cells.notOne(this, external);
    }
    return index;
  }

  @Override
  public boolean isCompatibleWith(Distribution other) {
    return equals(other);
  }

  @Override
  public String describe() {
    return choices.stream().map(String::valueOf).collect(Collectors.joining(" | "));
  }
}
