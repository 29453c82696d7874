package org.hone.search.sampler.evolution;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.hone.search.math.Uniform;
import org.hone.search.space.CategoricalDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;

/**
 * Spreads the first points over each parameter's range, as a Latin hypercube does, but point by
 * point, whatever number of them there will be: each number is the farthest, of some random ones,
 * from those of earlier trials; each category is one of the rarest.
 *
 * @see <a href="https://doi.org/10.1080/00401706.1979.10489755">McKay, Beckman and Conover,
 *     Technometrics 1979: Latin hypercubes</a>
 * @see <a href="https://doi.org/10.1145/127719.122736">Mitchell, SIGGRAPH 1991: best candidates</a>
 */
final class InitialDesign {
  private static final int CANDIDATES = 8;

  private final SearchSpace space;
  private final List<double[]> earlier = new ArrayList<>();
  private final RandomGenerator random;

  private InitialDesign(StudySnapshot snapshot, SearchSpace space, RandomGenerator random) {
    this.space = space;
    this.random = random;
    for (TrialRecord trial : snapshot.trials()) {
      earlier.add(space.coordinates(trial.parameters()));
    }
  }

  /** The next point, given those of all trials that have one. */
  static ParameterValues next(StudySnapshot snapshot, SearchSpace space, RandomGenerator random) {
    return new InitialDesign(snapshot, space, random).next();
  }

  private ParameterValues next() {
    double[] point = new double[space.size()];
    for (int d = 0; d < point.length; d++) {
      Parameter parameter = space.parameters().get(d);
      boolean categorical = parameter.distribution() instanceof CategoricalDistribution;
      double best = Double.NaN;
      double farthest = -1;
      for (int i = 0; i < CANDIDATES; i++) {
        double candidate = Uniform.coordinate(parameter, random);
        double distance = categorical ? 1.0 / (1 + uses(d, candidate)) : distance(d, candidate);
        if (distance > farthest) {
          best = candidate;
          farthest = distance;
        }
      }
      point[d] = best;
    }
    return space.at(point);
  }

  private long uses(int dimension, double category) {
    return earlier.stream().filter(point -> point[dimension] == category).count();
  }

  private double distance(int dimension, double value) {
    double least = 1;
    for (double[] point : earlier) {
      if (!Double.isNaN(point[dimension])) {
        least = Math.min(least, Math.abs(point[dimension] - value));
      }
    }
    return least;
  }
}
