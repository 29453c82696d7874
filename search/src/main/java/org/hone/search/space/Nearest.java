package org.hone.search.space;

/** From any coordinate to a value that a parameter may have. */
final class Nearest {
  /** Less than any cell that is walked through is wide. */
  private static final double HAIR = 1e-12;

  private Nearest() {}

  /** The value at a coordinate: cut off, rounded; the default or the middle for NaN. */
  static double value(Parameter parameter, double coordinate) {
    if (Double.isNaN(coordinate)) {
      return parameter.preferred().orElse(middle(parameter));
    }
    Distribution distribution = parameter.distribution();
    return distribution instanceof CategoricalDistribution
        ? Math.min(distribution.high(), Math.max(0, Math.rint(coordinate)))
        : distribution.fromUnit(Math.min(1, Math.max(0, coordinate)));
  }

  /** The middle of a range, the first of categories. */
  static double middle(Parameter parameter) {
    return parameter.distribution() instanceof CategoricalDistribution
        ? 0
        : parameter.distribution().fromUnit(0.5);
  }

  /** The wanted value if it is allowed, else the nearest allowed one; the wanted if none is. */
  static double allowed(Parameter parameter, double wanted, Allowed allowed) {
    if (allowed.test(wanted)) {
      return wanted;
    }
    Distribution distribution = parameter.distribution();
    if (distribution instanceof CategoricalDistribution) {
      return firstAllowed(parameter, wanted, allowed);
    }
    double bounded = bounded(distribution, wanted, allowed);
    return distribution.cardinality().isPresent() && !allowed.test(bounded)
        ? neighbour(distribution, bounded, allowed)
        : bounded;
  }

  private static double bounded(Distribution distribution, double wanted, Allowed allowed) {
    return wanted < allowed.low()
        ? distribution.ceiling(allowed.low())
        : distribution.floor(Math.min(wanted, allowed.high()));
  }

  /** Categories have no order: the default comes first. */
  private static double firstAllowed(Parameter parameter, double wanted, Allowed allowed) {
    if (parameter.preferred().isPresent() && allowed.test(parameter.preferred().getAsDouble())) {
      return parameter.preferred().getAsDouble();
    }
    for (int category = 0; category <= parameter.distribution().high(); category++) {
      if (allowed.test(category)) {
        return category;
      }
    }
    return wanted;
  }

  /** Walks outward from the bounded value, cell by cell. */
  private static double neighbour(Distribution distribution, double bounded, Allowed allowed) {
    UnitCell down = distribution.cell(bounded);
    UnitCell up = down;
    while (down.low() > 0 || up.high() < 1) {
      down = distribution.cell(distribution.fromUnit(Math.max(0, down.low() - HAIR)));
      up = distribution.cell(distribution.fromUnit(Math.min(1, up.high() + HAIR)));
      if (allowed.test(value(distribution, down))) {
        return value(distribution, down);
      }
      if (allowed.test(value(distribution, up))) {
        return value(distribution, up);
      }
    }
    return bounded;
  }

  private static double value(Distribution distribution, UnitCell cell) {
    return distribution.fromUnit((cell.low() + cell.high()) / 2);
  }
}
