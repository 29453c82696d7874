package org.hone.search.sampler.tpe;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.hone.search.math.Axis;
import org.hone.search.math.TruncatedNormal;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;

/**
 * The belief that the best values lie near parameters' defaults: a normal about each number, a
 * weight on each category, nothing about parameters without a default. It fades as trials come in.
 *
 * <pre>{@code log pi_n(x) = beta/n * sum over d of log pi_d(x_d), beta the trust, n trials }</pre>
 *
 * @see <a href="https://arxiv.org/abs/2204.11051">Hvarfner et al., piBO, ICLR 2022: the decay</a>
 * @see <a href="https://arxiv.org/abs/2306.12370">Mallik et al., PriorBand, NeurIPS 2023: the
 *     normal's width, and first draws from the belief as well as uniform ones</a>
 */
final class Belief {
  /** Of the unit interval. */
  private static final double DEVIATION = 0.25;

  /** How many times likelier than any other category the default is. */
  private static final double ODDS = 4;

  private final SearchSpace space;
  private final List<Axis> axes;
  private final boolean held;

  /**
   * @param trust 0 for no belief at all
   */
  Belief(Plan plan, double trust) {
    space = plan.space();
    axes = plan.axes();
    held = trust > 0 && axes.stream().anyMatch(axis -> axis.preferred().isPresent());
  }

  /** Whether there is anything to believe. */
  boolean isHeld() {
    return held;
  }

  /** The logarithm of the belief in a group's coordinates before it fades, up to a constant. */
  double log(Group group, double[] x) {
    double sum = 0;
    for (int d = 0; d < x.length; d++) {
      sum += log(axes.get(group.parameter(d)), x[d]);
    }
    return sum;
  }

  private static double log(Axis axis, double coordinate) {
    if (axis.preferred().isEmpty()) {
      return 0;
    }
    double distance = coordinate - axis.preferred().getAsDouble();
    if (axis.isCategorical()) {
      return distance == 0 ? 0 : -Math.log(ODDS);
    }
    double z = distance / DEVIATION;
    return -0.5 * z * z;
  }

  /** The defaults themselves, and the middle of what has none. */
  ParameterValues defaults() {
    double[] unknown = new double[space.size()];
    Arrays.fill(unknown, Double.NaN);
    return space.at(unknown);
  }

  /** A point drawn from the belief; parameters without a default are uniform. */
  ParameterValues draw(RandomGenerator random) {
    return space.at(axes.stream().mapToDouble(axis -> draw(axis, random)).toArray());
  }

  private static double draw(Axis axis, RandomGenerator random) {
    if (axis.isCategorical()) {
      boolean kept =
          axis.preferred().isPresent()
              && random.nextDouble() * (ODDS + axis.categories() - 1) < ODDS - 1;
      return kept ? axis.preferred().getAsDouble() : random.nextInt(axis.categories());
    }
    return axis.preferred().isPresent()
        ? new TruncatedNormal(axis.preferred().getAsDouble(), DEVIATION, 0, 1).draw(random)
        : random.nextDouble();
  }
}
