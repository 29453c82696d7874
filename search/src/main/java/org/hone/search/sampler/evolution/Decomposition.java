package org.hone.search.sampler.evolution;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.uma.jmetal.util.aggregationfunction.impl.Tschebyscheff;
import org.uma.jmetal.util.point.impl.IdealPoint;
import org.uma.jmetal.util.point.impl.NadirPoint;

/**
 * A problem of several objectives as many problems of one: each weighs the objectives differently
 * and has the individual that solves it best so far.
 *
 * <pre>
 * {@code g(x | w) = max over m of w_m |f_m(x) - z_m|,  objectives normalised, z the ideal point }
 * </pre>
 */
final class Decomposition {
  private static final Tschebyscheff TCHEBYCHEFF = new Tschebyscheff(false);

  private final List<double[]> weights;
  private final Individual[] incumbents;

  /**
   * @param individuals at least one
   * @param count of subproblems, about
   */
  Decomposition(List<Individual> individuals, int count) {
    Hyperplane plane = Hyperplane.of(Fronts.of(individuals).get(0));
    List<double[]> normalized = individuals.stream().map(plane::normalized).toList();
    weights = ReferencePoints.atMost(count, normalized.get(0).length);
    incumbents = new Individual[weights.size()];
    Arrays.setAll(incumbents, i -> best(individuals, normalized, weights.get(i)));
  }

  private static Individual best(
      List<Individual> individuals, List<double[]> normalized, double[] weight) {
    IdealPoint origin = new IdealPoint(weight.length);
    origin.update(new double[weight.length]);
    NadirPoint unused = new NadirPoint(weight.length);
    double[] scalarized =
        normalized.stream()
            .mapToDouble(point -> TCHEBYCHEFF.compute(point, weight, origin, unused))
            .toArray();
    return IntStream.range(0, scalarized.length)
        .boxed()
        .min(
            Comparator.comparingDouble((Integer i) -> individuals.get(i).violation())
                .thenComparingDouble(i -> scalarized[i]))
        .map(individuals::get)
        .orElseThrow();
  }

  int size() {
    return incumbents.length;
  }

  /** Whether all subproblems have the same incumbent. */
  boolean haveOneSolution() {
    return Arrays.stream(incumbents).allMatch(incumbent -> incumbent == incumbents[0]);
  }

  Individual incumbent(int subproblem) {
    return incumbents[subproblem];
  }

  /** The subproblems with the most similar weights, itself first. */
  int[] neighbourhood(int subproblem, int count) {
    double[] weight = weights.get(subproblem);
    return IntStream.range(0, weights.size())
        .boxed()
        .sorted(Comparator.comparingDouble(i -> distance(weight, weights.get(i))))
        .limit(count)
        .mapToInt(i -> i)
        .toArray();
  }

  private static double distance(double[] one, double[] other) {
    return IntStream.range(0, one.length)
        .mapToDouble(m -> (one[m] - other[m]) * (one[m] - other[m]))
        .sum();
  }
}
