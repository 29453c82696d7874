package org.hone.search.curve;

import java.util.Optional;
import org.hone.search.space.CategoricalDistribution;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;

/** Where in its space a trial is. Immutable. */
final class Place {
  private static final double USUAL_DIMENSION = 6;

  private final double[] coordinates;
  private final boolean[] categorical;

  private Place(double[] coordinates, boolean[] categorical) {
    this.coordinates = coordinates;
    this.categorical = categorical;
  }

  /** Nowhere in particular, if the study has declared no space. */
  static Place of(Optional<SearchSpace> space, ParameterValues point) {
    double[] coordinates = space.map(all -> all.coordinates(point)).orElse(new double[0]);
    boolean[] categorical = new boolean[coordinates.length];
    for (int i = 0; i < categorical.length; i++) {
      categorical[i] =
          space.orElseThrow().parameters().get(i).distribution() instanceof CategoricalDistribution;
    }
    return new Place(coordinates, categorical);
  }

  /** Whether there is anything to know. */
  boolean isKnown() {
    return coordinates.length > 0;
  }

  /**
   * The Euclidean distance on the unit cube, scaled as if it had six dimensions. Categories are at
   * distance 0 or 1, and so are parameters of which one is inactive.
   */
  double distance(Place other) {
    double sum = 0;
    for (int i = 0; i < coordinates.length; i++) {
      double difference = difference(coordinates[i], other.coordinates[i], categorical[i]);
      sum += difference * difference;
    }
    return Math.sqrt(sum * USUAL_DIMENSION / Math.max(1, coordinates.length));
  }

  private static double difference(double a, double b, boolean categorical) {
    if (Double.isNaN(a) || Double.isNaN(b)) {
      return Double.isNaN(a) && Double.isNaN(b) ? 0 : 1;
    }
    return categorical ? (a == b ? 0 : 1) : a - b;
  }
}
