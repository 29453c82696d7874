package org.hone.search.sampler.cmaes;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A strategy on its way: what it draws from, how large its generations are, and how often it was
 * started anew. Immutable.
 *
 * <p>When it stagnates it starts anew at a random place with twice the population (IPOP-CMA-ES).
 *
 * @see <a href="https://doi.org/10.1109/CEC.2005.1554902">Auger and Hansen, A restart CMA evolution
 *     strategy with increasing population size, CEC 2005</a>
 */
record Run(Model model, StrategyParameters parameters, Stagnation stagnation, Start start) {

  /**
   * How runs begin.
   *
   * @param sigma the first step size, as a part of each parameter's range
   */
  record Start(double sigma) {}

  static Run begin(Model model, int population, Start start) {
    return new Run(model, parameters(model, population), Stagnation.NONE, start);
  }

  private static StrategyParameters parameters(Model model, int population) {
    return StrategyParameters.of(Math.max(1, model.normal.dimension()), population);
  }

  int population() {
    return parameters.population();
  }

  /**
   * The run after a generation.
   *
   * @param ranked as many individuals as the population has, best first
   * @param bestLoss of the generation
   * @param seed what a new start draws its place from
   */
  Run next(List<Individual> ranked, double bestLoss, int seed) {
    Generation generation = new Generation(new ArrayList<>(ranked), parameters.weights);
    Model learned = model.next(generation, parameters);
    Stagnation longer = stagnation.next(bestLoss, learned.normal.dimension(), population());
    return longer.isReached(learned.normal, population())
        ? restarted(new SplittableRandom(seed))
        : new Run(learned, parameters, longer, start);
  }

  private Run restarted(SplittableRandom random) {
    Encoding encoding = model.encoding;
    double[] mean = random.doubles(encoding.numeric.length).toArray();
    SearchDistribution anew = SearchDistribution.around(mean, start.sigma());
    Model uniform = Model.of(encoding, anew, Prior.evenCategories(encoding));
    return begin(uniform, 2 * population(), start);
  }
}
