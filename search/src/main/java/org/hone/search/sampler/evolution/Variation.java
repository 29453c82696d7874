package org.hone.search.sampler.evolution;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.hone.search.space.CategoricalDistribution;
import org.hone.search.space.Distribution;
import org.hone.search.space.SearchSpace;
import org.hone.search.space.UnitCell;
import org.uma.jmetal.operator.crossover.impl.SBXCrossover;
import org.uma.jmetal.operator.mutation.impl.PolynomialMutation;

/**
 * Makes a child of two parents: simulated binary crossover and polynomial mutation of the numbers
 * on their unit intervals, uniform crossover and mutation of the categories.
 *
 * <p>Both spread wider than is usual with many thousands of trials (distribution indices 5 and 3,
 * not 20), and a child has one and a half mutations on average, not one: tens of trials have to get
 * far.
 *
 * <p>A parameter that only one parent has is inherited from that one; one that neither has is drawn
 * anew, in case the child has it. A number that mutates always changes: at least to the next of a
 * discrete range's values.
 *
 * @see <a href="https://www.complex-systems.com/abstracts/v09_i02_a02/">Deb and Agrawal, Complex
 *     Systems 1995: SBX</a>
 * @see <a href="https://doi.org/10.1002/9780470496947">Deb, Multi-Objective Optimization using
 *     Evolutionary Algorithms, 2001: polynomial mutation</a>
 */
final class Variation {
  private static final double CROSSOVER_PROBABILITY = 0.9;
  private static final double CROSSOVER_INDEX = 5;
  private static final double MUTATION_INDEX = 3;
  private static final double MUTATIONS_PER_CHILD = 1.5;

  private final List<Distribution> distributions;
  private final int[] numbers;
  private final RandomGenerator random;

  Variation(SearchSpace space, RandomGenerator random) {
    this.distributions = space.parameters().stream().map(p -> p.distribution()).toList();
    this.numbers = IntStream.range(0, space.size()).filter(d -> !isCategorical(d)).toArray();
    this.random = random;
  }

  private boolean isCategorical(int dimension) {
    return distributions.get(dimension) instanceof CategoricalDistribution;
  }

  /** Coordinates of every parameter, also of those that turn out inactive. */
  double[] child(Individual mother, Individual father) {
    boolean crossing = random.nextDouble() < CROSSOVER_PROBABILITY;
    double mutation = Math.min(1, MUTATIONS_PER_CHILD / Math.max(1, mother.activeCount()));
    double[] child = new double[distributions.size()];
    for (int d = 0; d < child.length; d++) {
      if (isCategorical(d)) {
        child[d] = category(d, mother, crossing ? father : mother, mutation);
      }
    }
    double[] one = numbers(mother, father);
    double[] other = numbers(crossing ? father : mother, crossing ? mother : father);
    double[] crossed = cross(one, other, crossing);
    double[] mutated = mutate(crossed, mutation);
    for (int k = 0; k < numbers.length; k++) {
      child[numbers[k]] = moved(distributions.get(numbers[k]), crossed[k], mutated[k]);
    }
    return child;
  }

  private double category(int dimension, Individual mother, Individual father, double mutation) {
    int count = ((CategoricalDistribution) distributions.get(dimension)).choices().size();
    if (random.nextDouble() < mutation) {
      return random.nextInt(count);
    }
    Individual heir = random.nextBoolean() ? mother : father;
    double known = known(dimension, heir, heir == mother ? father : mother);
    return Double.isNaN(known) ? random.nextInt(count) : known;
  }

  private static double known(int dimension, Individual first, Individual second) {
    double value = first.coordinate(dimension);
    return Double.isNaN(value) ? second.coordinate(dimension) : value;
  }

  private double[] numbers(Individual first, Individual second) {
    return IntStream.of(numbers)
        .mapToDouble(d -> known(d, first, second))
        .map(x -> Double.isNaN(x) ? random.nextDouble() : x)
        .toArray();
  }

  private double[] cross(double[] one, double[] other, boolean crossing) {
    SBXCrossover operator = new SBXCrossover(crossing ? 1 : 0, CROSSOVER_INDEX, random::nextDouble);
    return ((UnitSolution)
            operator.execute(List.of(UnitSolution.at(one), UnitSolution.at(other))).get(0))
        .toArray();
  }

  private double[] mutate(double[] numbers, double probability) {
    PolynomialMutation operator =
        new PolynomialMutation(probability, MUTATION_INDEX, random::nextDouble);
    return ((UnitSolution) operator.execute(UnitSolution.at(numbers))).toArray();
  }

  /** Where rounding would undo a mutation, the nearest other value in its direction. */
  private static double moved(Distribution distribution, double from, double to) {
    double value = distribution.fromUnit(from);
    if (from == to || distribution.fromUnit(to) != value || distribution.isSingle()) {
      return to;
    }
    UnitCell cell = distribution.cell(value);
    double width = cell.high() - cell.low();
    boolean up = cell.high() < 1 && (cell.low() <= 0 || to > from);
    return up ? cell.high() + 1e-6 * width : cell.low() - 1e-6 * width;
  }
}
