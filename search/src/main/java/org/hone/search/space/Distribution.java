package org.hone.search.space;

import java.util.OptionalInt;

/**
 * The values one parameter may take. Inside Hone a value is a double (a category is its index, an
 * int is itself); what a user sees is its {@linkplain #external external} form.
 */
public sealed interface Distribution
    permits FloatDistribution, IntDistribution, CategoricalDistribution {

  /** The smallest value, inclusive. */
  double low();

  /** The largest value, inclusive. */
  double high();

  /** Whether the parameter is searched on a logarithmic scale. */
  boolean log();

  /** Whether {@code value} is one of the values; NaN and the infinities never are. */
  boolean contains(double value);

  /**
   * The position of {@code value} on the unit interval, after the logarithm if {@link #log}.
   * Discrete values sit in the middle of equally wide cells, so that {@code fromUnit(toUnit(v)) ==
   * v}.
   *
   * @throws IllegalArgumentException if the value is not {@linkplain #contains contained}
   */
  double toUnit(double value);

  /**
   * The value at a position of the unit interval; inverse of {@link #toUnit}.
   *
   * @param unit within [0, 1]
   */
  double fromUnit(double unit);

  /**
   * The part of the unit interval that {@link #fromUnit} maps to {@code value}; a single point of a
   * continuous range.
   *
   * @throws IllegalArgumentException if the value is not {@linkplain #contains contained}
   */
  UnitCell cell(double value);

  /**
   * The smallest value that is not below a number.
   *
   * @param bound within the range
   */
  double ceiling(double bound);

  /**
   * The largest value that is not above a number.
   *
   * @param bound within the range
   */
  double floor(double bound);

  /** How many values there are; empty if uncountable or more than {@link Integer#MAX_VALUE}. */
  OptionalInt cardinality();

  /** The value as the user writes it: Double, Long, or the category. */
  Object external(double value);

  /**
   * The value from the user's form; inverse of {@link #external}.
   *
   * @throws IllegalArgumentException if it is of another type or not {@linkplain #contains
   *     contained}
   */
  double internal(Object external);

  /**
   * Whether trials of the other distribution can be told together with those of this one under the
   * same name: the same kind and scale, and for categories the same choices. Bounds and steps may
   * differ.
   */
  boolean isCompatibleWith(Distribution other);

  /**
   * Refuses a distribution whose trials could not be told together with those of this one.
   *
   * @param name of the parameter, for the message
   * @throws IllegalArgumentException if the two are not {@linkplain #isCompatibleWith compatible}
   */
  default void requireCompatible(String name, Distribution other) {
    if (!isCompatibleWith(other)) {
      throw new IllegalArgumentException(
          "the study knows '%s' as %s, which cannot become %s"
              .formatted(name, describe(), other.describe()));
    }
  }

  /** One line for people, such as {@code float 1e-5..0.1, log}. */
  String describe();

  /** Whether there is nothing to search. */
  default boolean isSingle() {
    OptionalInt count = cardinality();
    return count.isPresent() && count.getAsInt() == 1;
  }
}
