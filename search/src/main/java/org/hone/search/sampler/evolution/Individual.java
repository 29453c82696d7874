package org.hone.search.sampler.evolution;

import java.util.Arrays;
import org.hone.search.math.NonDominatedSort;

/** A finished trial as evolution sees it. Immutable. */
final class Individual {
  private final int number;
  private final double[] coordinates;
  private final double[] losses;
  private final double violation;

  /**
   * @param number of the trial
   * @param coordinates as {@link org.hone.search.space.SearchSpace#coordinates}
   * @param losses one per objective, possibly infinite
   * @param violation 0 if feasible; infinite for a trial that has no values
   */
  Individual(int number, double[] coordinates, double[] losses, double violation) {
    this.number = number;
    this.coordinates = coordinates;
    this.losses = losses;
    this.violation = violation;
  }

  /** Of the trial. */
  int number() {
    return number;
  }

  /** NaN for a parameter that it does not have. */
  double coordinate(int dimension) {
    return coordinates[dimension];
  }

  /** How many parameters it has. */
  int activeCount() {
    return (int) Arrays.stream(coordinates).filter(x -> !Double.isNaN(x)).count();
  }

  /** Whether it has the same parameters with the same values. */
  boolean isAt(double[] others) {
    return Arrays.equals(coordinates, others);
  }

  double[] losses() {
    return losses;
  }

  double violation() {
    return violation;
  }

  boolean isFeasible() {
    return violation <= 0;
  }

  /** The same with other losses. */
  Individual valued(double[] others) {
    return new Individual(number, coordinates, others, violation);
  }

  /**
   * Constrained domination.
   *
   * @see <a href="https://doi.org/10.1109/4235.996017">Deb et al., IEEE TEVC 2002, definition 1</a>
   */
  boolean dominates(Individual other) {
    if (isFeasible() && other.isFeasible()) {
      return NonDominatedSort.dominates(losses, other.losses);
    }
    return violation < other.violation;
  }
}
