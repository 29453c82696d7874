package org.hone.search.sampler.gp;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.hone.search.math.Uniform;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.hone.search.trial.TrialRecord;

/**
 * The points before there is something to learn from: first the defaults, if the parameters have
 * any, then of some random points the one farthest from all others.
 *
 * @see <a href="https://doi.org/10.1145/127719.122736">Mitchell, Spectrally optimal sampling for
 *     distribution ray tracing, SIGGRAPH 1991: best candidates</a>
 */
final class InitialDesign {
  static final int SIZE = 5;
  private static final int CANDIDATES = 30;

  private InitialDesign() {}

  static ParameterValues next(History history, RandomGenerator random) {
    SearchSpace space = history.space();
    if (history.tried().isEmpty()
        && space.parameters().stream().map(Parameter::preferred).anyMatch(p -> p.isPresent())) {
      return space.defaults();
    }
    List<double[]> others = new ArrayList<>(history.running());
    for (TrialRecord trial : history.ended()) {
      others.add(space.coordinates(trial.parameters()));
    }
    Axes axes = Axes.of(space);
    ParameterValues best = Uniform.point(space, random);
    double farthest = nearest(axes, space.coordinates(best), others);
    for (int i = 1; i < CANDIDATES; i++) {
      ParameterValues candidate = Uniform.point(space, random);
      double distance = nearest(axes, space.coordinates(candidate), others);
      if (distance > farthest) {
        best = candidate;
        farthest = distance;
      }
    }
    return best;
  }

  private static double nearest(Axes axes, double[] x, List<double[]> others) {
    return others.stream().mapToDouble(z -> distance(axes, x, z)).min().orElse(0);
  }

  /**
   * Squared, around the ends of the ranges, so that points do not crowd in the corners; an active
   * and an inactive parameter are half a range apart.
   */
  private static double distance(Axes axes, double[] x, double[] z) {
    double sum = 0;
    for (int d = 0; d < x.length; d++) {
      if (Double.isNaN(x[d]) != Double.isNaN(z[d])) {
        sum += 0.25;
      } else if (axes.isCategorical(d)) {
        sum += Double.compare(x[d], z[d]) == 0 ? 0 : 1;
      } else if (!Double.isNaN(x[d])) {
        double straight = Math.abs(x[d] - z[d]);
        double shortest = Math.min(straight, 1 - straight);
        sum += shortest * shortest;
      }
    }
    return sum;
  }
}
