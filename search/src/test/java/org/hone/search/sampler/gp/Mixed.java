package org.hone.search.sampler.gp;

import java.util.Random;
import org.hone.search.space.CategoricalDistribution;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.IntDistribution;
import org.hone.search.space.Literal;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.hone.search.testkit.Histories;

/** A small space of all kinds of parameters, and a function over it. */
final class Mixed {
  static final Parameter KIND = Parameter.of("kind", CategoricalDistribution.of("a", "b", "c"));
  static final SearchSpace SPACE =
      SearchSpace.of(
          Parameter.of("x", FloatDistribution.of(0, 1)),
          KIND,
          Parameter.of("size", IntDistribution.log(1, 500)),
          Parameter.of("strength", FloatDistribution.of(0, 1)).when(Literal.of(KIND, "b")),
          Parameter.of("mode", CategoricalDistribution.of("p", "q")).when(Literal.of(KIND, "c")));
  static final Axes AXES = Axes.of(SPACE);

  private Mixed() {}

  static double[][] points(int n, Random random) {
    double[][] points = new double[n][];
    for (int i = 0; i < n; i++) {
      points[i] = SPACE.coordinates(Histories.randomPoint(SPACE, random)).clone();
    }
    return points;
  }

  static double value(double[] x) {
    double sum = Math.sin(4 * x[0]) + 0.5 * x[1] * x[0] + (x[2] - 0.3) * (x[2] - 0.3);
    sum += Double.isNaN(x[3]) ? 0 : x[3] * x[2];
    return sum + (Double.isNaN(x[4]) ? 0 : 0.3 * x[4]);
  }

  static double[] values(double[][] points) {
    double[] values = new double[points.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(points[i]);
    }
    return values;
  }

  static double value(ParameterValues point) {
    return value(SPACE.coordinates(point));
  }

  /** The prior's centre, moved a little. */
  static Hyperparameters hyperparameters(Random random) {
    double[] logs = new Prior(AXES).centre();
    for (int i = 0; i < logs.length; i++) {
      logs[i] += 0.3 * random.nextGaussian();
    }
    return new Hyperparameters(logs);
  }
}
