package org.hone.search.space;

import java.util.List;

/**
 * One numeric parameter is never larger than another, while both are active.
 *
 * @param lesser its name
 * @param greater the other's name
 */
public record LessOrEqual(String lesser, String greater) implements Constraint {
  public LessOrEqual {
    if (lesser.equals(greater)) {
      throw new IllegalArgumentException(
          "'less or equal' compares two parameters, but both are '%s'".formatted(lesser));
    }
  }

  @Override
  public boolean holds(ParameterValues values) {
    double less = values.rawOrAbsent(lesser);
    double more = values.rawOrAbsent(greater);
    return Double.isNaN(less) || Double.isNaN(more) || less <= more;
  }

  @Override
  public List<String> parameters() {
    return List.of(lesser, greater);
  }

  @Override
  public String describe() {
    return lesser + " <= " + greater;
  }

  @Override
  public LessOrEqual prefixed(String prefix) {
    return new LessOrEqual(prefix + lesser, prefix + greater);
  }

  /**
   * @throws IllegalArgumentException if the parameters are not numbers, or it could never hold
   */
  void requirePossible(Distribution less, Distribution more) {
    if (less instanceof CategoricalDistribution || more instanceof CategoricalDistribution) {
      throw new IllegalArgumentException(
          "'%s' compares numbers, but one of them is categorical".formatted(describe()));
    }
    if (less.low() > more.high()) {
      throw new IllegalArgumentException(
          "'%s' can never hold: %s begins at %s, %s ends at %s"
              .formatted(describe(), lesser, less.low(), greater, more.high()));
    }
  }
}
