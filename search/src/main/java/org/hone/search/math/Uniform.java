package org.hone.search.math;

import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.hone.search.space.Allowed;
import org.hone.search.space.CategoricalDistribution;
import org.hone.search.space.Distribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;

/** Uniform draws, on the parameters' own scales, among what is allowed. */
public final class Uniform {
  private static final int MOST_REJECTIONS = 10_000;
  private static final int MOST_POINTS = 200;
  private static final int MOVES_PER_PARAMETER = 20;
  private static final int MOST_MOVES = 50;

  private Uniform() {}

  /**
   * A point of the space, uniform among those that respect its constraints: by rejection, and where
   * too few points do, by a Gibbs sampler over all parameters, active or not.
   *
   * @see <a href="https://doi.org/10.1109/TPAMI.1984.4767596">Geman and Geman, 1984</a>
   */
  public static ParameterValues point(SearchSpace space, RandomGenerator random) {
    for (int i = 0; i < MOST_POINTS; i++) {
      Optional<ParameterValues> point = space.exactlyAt(coordinates(space, random));
      if (point.isPresent()) {
        return point.get();
      }
    }
    return gibbs(space, random);
  }

  private static double[] coordinates(SearchSpace space, RandomGenerator random) {
    return space.parameters().stream()
        .mapToDouble(parameter -> coordinate(parameter, random))
        .toArray();
  }

  /** A coordinate of the parameter, as {@link SearchSpace#coordinates} has them. */
  public static double coordinate(Parameter parameter, RandomGenerator random) {
    return parameter.distribution() instanceof CategoricalDistribution categorical
        ? random.nextInt(categorical.choices().size())
        : random.nextDouble();
  }

  /** Every move draws one coordinate, any of them, anew, given the others. */
  private static ParameterValues gibbs(SearchSpace space, RandomGenerator random) {
    ParameterValues point =
        space.choose((parameter, allowed) -> draw(parameter.distribution(), allowed, random));
    double[] start = space.coordinates(point);
    double[] now = coordinates(space, random);
    for (int i = 0; i < now.length; i++) {
      now[i] = Double.isNaN(start[i]) ? now[i] : start[i];
    }
    for (int move = 0; move < MOVES_PER_PARAMETER * now.length; move++) {
      point = redrawn(space, now, random.nextInt(now.length), random).orElse(point);
    }
    return point;
  }

  private static Optional<ParameterValues> redrawn(
      SearchSpace space, double[] now, int dimension, RandomGenerator random) {
    double before = now[dimension];
    for (int i = 0; i < MOST_MOVES; i++) {
      now[dimension] = coordinate(space.parameters().get(dimension), random);
      Optional<ParameterValues> point = space.exactlyAt(now);
      if (point.isPresent()) {
        return point;
      }
    }
    now[dimension] = before;
    return Optional.empty();
  }

  /** A value of the distribution that is allowed. */
  public static double draw(Distribution distribution, Allowed allowed, RandomGenerator random) {
    return distribution instanceof CategoricalDistribution
        ? draw(distribution, (DoublePredicate) allowed, random)
        : between(distribution, allowed, random);
  }

  /** Order constraints leave an interval; what others exclude of it is rejected. */
  private static double between(
      Distribution distribution, Allowed allowed, RandomGenerator random) {
    double from = distribution.cell(distribution.ceiling(allowed.low())).low();
    double width = distribution.cell(distribution.floor(allowed.high())).high() - from;
    for (int i = 0; i < MOST_REJECTIONS; i++) {
      double value = distribution.fromUnit(Math.min(1, from + width * random.nextDouble()));
      if (allowed.test(value)) {
        return value;
      }
    }
    throw nothingLeft(distribution);
  }

  /**
   * A value of the distribution.
   *
   * @param allowed never asked about values that the distribution does not have
   * @throws IllegalStateException if no allowed value is found
   */
  public static double draw(
      Distribution distribution, DoublePredicate allowed, RandomGenerator random) {
    return distribution instanceof CategoricalDistribution categorical
        ? category(categorical, allowed, random)
        : number(distribution, allowed, random);
  }

  private static double category(
      CategoricalDistribution distribution, DoublePredicate allowed, RandomGenerator random) {
    int[] left = IntStream.range(0, distribution.choices().size()).filter(allowed::test).toArray();
    if (left.length == 0) {
      throw nothingLeft(distribution);
    }
    return left[random.nextInt(left.length)];
  }

  private static double number(
      Distribution distribution, DoublePredicate allowed, RandomGenerator random) {
    for (int i = 0; i < MOST_REJECTIONS; i++) {
      double value = distribution.fromUnit(random.nextDouble());
      if (allowed.test(value)) {
        return value;
      }
    }
    throw nothingLeft(distribution);
  }

  private static IllegalStateException nothingLeft(Distribution distribution) {
    return new IllegalStateException(
        "the constraints leave no value of: " + distribution.describe());
  }
}
