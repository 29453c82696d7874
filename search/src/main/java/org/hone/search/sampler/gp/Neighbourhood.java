package org.hone.search.sampler.gp;

import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hone.search.math.Uniform;
import org.hone.search.space.CategoricalDistribution;
import org.hone.search.space.Distribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.hone.search.space.UnitCell;

/** Points near others. Parameters that become active by a change are drawn at random. */
final class Neighbourhood {
  /** Numbers with more values than this are searched along the gradient, as if continuous. */
  private static final int FEW_NUMBERS = 8;

  private static final int FEW_CATEGORIES = 12;
  private static final double WIDEST = 0.5;
  private static final double HAIR = 1e-9;
  private static final double TREMOR = 1e-6;

  private final SearchSpace space;
  private final RandomGenerator random;

  Neighbourhood(SearchSpace space, RandomGenerator random) {
    this.space = space;
    this.random = random;
  }

  private Distribution distribution(int d) {
    return space.parameters().get(d).distribution();
  }

  private boolean isCategorical(int d) {
    return distribution(d) instanceof CategoricalDistribution;
  }

  /** Whether the parameter is active and has so many values that it counts as continuous. */
  boolean isSmooth(int d, double[] x) {
    OptionalInt count = distribution(d).cardinality();
    return !isCategorical(d)
        && !Double.isNaN(x[d])
        && (count.isEmpty() || count.getAsInt() > FEW_NUMBERS);
  }

  /**
   * A random variation of a point. Usually of few parameters, since in many dimensions a change of
   * all of them leads far away.
   *
   * @see <a href="https://doi.org/10.1080/0305215X.2012.687731">Regis and Shoemaker, Combining
   *     radial basis function surrogates and dynamic coordinate search, 2013</a>
   */
  ParameterValues variation(double[] x) {
    double[] next = filled(x);
    double few = Math.min(1, 2.0 / next.length);
    double share = random.nextBoolean() ? few : random.nextDouble();
    double width = WIDEST * Math.pow(10, -3 * random.nextDouble());
    int always = random.nextInt(next.length);
    for (int d = 0; d < next.length; d++) {
      if (d == always || random.nextDouble() < share) {
        next[d] = varied(d, next[d], width, d == always);
      }
    }
    return space.at(next);
  }

  /**
   * The point with its continuous parameters moved by less than anybody tunes, so that two workers
   * who ask at the same moment do not get the very same point.
   */
  ParameterValues shaken(ParameterValues point) {
    double[] x = space.coordinates(point).clone();
    for (int d = 0; d < x.length; d++) {
      if (distribution(d).cardinality().isEmpty()) {
        x[d] = reflected(x[d] + TREMOR * random.nextGaussian());
      }
    }
    return space.at(x);
  }

  private double varied(int d, double x, double width, boolean always) {
    if (isCategorical(d)) {
      return always || random.nextInt(3) == 0 ? draw(d) : x;
    }
    OptionalInt count = distribution(d).cardinality();
    double least = count.isPresent() ? 1.0 / count.getAsInt() : 0;
    return reflected(x + Math.max(least, width) * random.nextGaussian());
  }

  private static double reflected(double x) {
    double inside = x < 0 ? -x : x > 1 ? 2 - x : x;
    return Math.min(1, Math.max(0, inside));
  }

  private double draw(int d) {
    return Uniform.coordinate(space.parameters().get(d), random);
  }

  private double[] filled(double[] x) {
    double[] all = x.clone();
    for (int d = 0; d < all.length; d++) {
      all[d] = Double.isNaN(all[d]) ? draw(d) : all[d];
    }
    return all;
  }

  /**
   * The points that differ in one discrete parameter: in all its values or categories if they are
   * few, else in some categories or by one step. None along continuous and inactive ones.
   */
  Stream<ParameterValues> alongAxis(int d, ParameterValues point) {
    Parameter parameter = space.parameters().get(d);
    OptionalInt count = parameter.distribution().cardinality();
    if (!point.contains(parameter.name()) || count.isEmpty() || count.getAsInt() == 1) {
      return Stream.of();
    }
    double[] x = space.coordinates(point);
    return values(d, point.raw(parameter.name()), count.getAsInt())
        .filter(value -> value != x[d])
        .mapToObj(value -> moved(x, d, value))
        .filter(other -> !other.equals(point));
  }

  private DoubleStream values(int d, double raw, int count) {
    if (isCategorical(d)) {
      return count <= FEW_CATEGORIES
          ? IntStream.range(0, count).asDoubleStream()
          : IntStream.range(0, FEW_CATEGORIES).mapToDouble(i -> draw(d));
    }
    UnitCell cell = distribution(d).cell(raw);
    DoubleStream steps = DoubleStream.of(cell.low() - HAIR, cell.high() + HAIR);
    DoubleStream grid =
        IntStream.range(0, count).limit(FEW_NUMBERS).mapToDouble(k -> (k + 0.5) / count);
    return DoubleStream.concat(steps, count <= FEW_NUMBERS ? grid : DoubleStream.of())
        .filter(value -> value >= 0 && value <= 1);
  }

  private ParameterValues moved(double[] x, int d, double value) {
    double[] next = filled(x);
    next[d] = value;
    return space.at(next);
  }
}
