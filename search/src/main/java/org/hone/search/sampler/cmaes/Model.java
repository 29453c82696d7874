package org.hone.search.sampler.cmaes;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.hone.search.space.Distribution;
import org.hone.search.space.UnitCell;

/**
 * What points are drawn from: a normal distribution over the numeric coordinates, of which the
 * discrete ones have a margin, and categorical distributions. Immutable.
 *
 * @see <a href="https://arxiv.org/abs/2504.07884">Hamano et al., CatCMA with margin, GECCO 2025:
 *     the three kinds of variables in one strategy</a>
 */
final class Model {
  final Encoding encoding;
  final SearchDistribution normal;

  /**
   * By numeric coordinate, the margin's factor on the standard deviation; 1 for continuous ones.
   */
  final double[] scale;

  final CategoryDistribution categories;

  Model(
      Encoding encoding,
      SearchDistribution normal,
      double[] scale,
      CategoryDistribution categories) {
    this.encoding = encoding;
    this.normal = normal;
    this.scale = scale;
    this.categories = categories;
  }

  /** So often is a point drawn anew that lies outside of the box. */
  private static final int MOST_DRAWS = 10;

  /** Rounding of a coordinate on its way through a parameter's scale. */
  private static final double SAME = 1e-9;

  /** A model with an undisturbed scale. */
  static Model of(Encoding encoding, SearchDistribution normal, CategoryDistribution categories) {
    double[] scale = new double[normal.dimension()];
    Arrays.fill(scale, 1);
    return new Model(encoding, normal, scale, categories);
  }

  /** A draw: coordinates within the box except for discrete ones, and categories. */
  static final class Draw {
    final double[] position;
    final int[] categories;

    Draw(double[] position, int[] categories) {
      this.position = position;
      this.categories = categories;
    }
  }

  /** The draw that belongs to a seed. */
  Draw draw(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] chosen = categories.draw(random);
    double[] position = position(random);
    for (int i = 1; i < MOST_DRAWS && !isInside(position); i++) {
      position = position(random);
    }
    for (int j = 0; j < position.length; j++) {
      if (!encoding.isDiscrete(j)) {
        position[j] = reflected(position[j]);
      }
    }
    return new Draw(position, chosen);
  }

  private double[] position(SplittableRandom random) {
    double[] z = new double[normal.dimension()];
    for (int j = 0; j < z.length; j++) {
      z[j] = random.nextGaussian();
    }
    double[] position = normal.basis.colour(z);
    for (int j = 0; j < position.length; j++) {
      position[j] = normal.mean[j] + normal.sigma * scale[j] * position[j];
    }
    return position;
  }

  private boolean isInside(double[] position) {
    for (int j = 0; j < position.length; j++) {
      if (!(position[j] >= 0 && position[j] <= 1) && !encoding.isDiscrete(j)) {
        return false;
      }
    }
    return true;
  }

  /** As if the box's walls were mirrors; cut off beyond the next box. */
  private static double reflected(double x) {
    double once = x < 0 ? -x : x > 1 ? 2 - x : x;
    return Math.min(1, Math.max(0, once));
  }

  /**
   * The draw as an individual, as far as the trial was run with it: where it was moved, by
   * constraints or by whoever fixed a parameter, the step leads to where the trial was.
   *
   * @param coordinates of the trial, in the space
   */
  Individual individual(Draw draw, double[] coordinates) {
    int n = normal.dimension();
    double[] step = new double[n];
    boolean[] active = new boolean[n];
    for (int j = 0; j < n; j++) {
      double at = coordinates[encoding.numeric[j]];
      active[j] = !Double.isNaN(at);
      double position = active[j] ? evaluated(j, draw.position[j], at) : draw.position[j];
      step[j] = (position - normal.mean[j]) / (normal.sigma * scale[j]);
    }
    int[] chosen = new int[draw.categories.length];
    for (int k = 0; k < chosen.length; k++) {
      double at = coordinates[encoding.categorical[k]];
      chosen[k] = Double.isNaN(at) ? -1 : (int) at;
    }
    return new Individual(step, active, chosen);
  }

  /** The drawn position if it means the value that was evaluated, else the nearest that does. */
  private double evaluated(int j, double drawn, double at) {
    if (!encoding.isDiscrete(j)) {
      return Math.abs(drawn - at) <= SAME ? drawn : at;
    }
    Distribution distribution = encoding.number(j);
    UnitCell cell = distribution.cell(distribution.fromUnit(at));
    double low = cell.low() <= 0 ? Double.NEGATIVE_INFINITY : cell.low();
    double high = cell.high() >= 1 ? Double.POSITIVE_INFINITY : cell.high();
    return Math.min(high, Math.max(low, drawn));
  }

  /** The model after a generation. */
  Model next(Generation generation, StrategyParameters parameters) {
    SearchDistribution moved =
        normal.dimension() == 0 ? normal : normal.next(generation, parameters);
    CategoryDistribution learned =
        categories.theta.length == 0 ? categories : categories.next(generation);
    return new Model(encoding, moved, scale, learned).withMargins(parameters.population());
  }

  /** This model with each discrete coordinate's margin kept. */
  private Model withMargins(int population) {
    double alpha = 1.0 / (population * Math.max(1, normal.dimension()));
    double[] mean = normal.mean.clone();
    double[] wider = scale.clone();
    for (int j = 0; j < mean.length; j++) {
      if (encoding.isDiscrete(j)) {
        Margin margin =
            new Margin(mean[j], scale[j]).corrected(encoding.number(j), normal.deviation(j), alpha);
        mean[j] = margin.mean();
        wider[j] = margin.scale();
      } else {
        mean[j] = Math.min(1, Math.max(0, mean[j]));
      }
    }
    return new Model(encoding, normal.moved(mean), wider, categories);
  }
}
