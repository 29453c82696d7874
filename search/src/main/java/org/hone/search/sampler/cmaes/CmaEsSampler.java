package org.hone.search.sampler.cmaes;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import org.hone.search.sampler.Sampler;
import org.hone.search.sampler.Suggestion;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.hone.search.trial.StudySnapshot;

/**
 * CMA-ES: draws generations of points from a distribution that moves towards the better half of
 * each.
 *
 * <p>Numbers come from a normal distribution on the unit cube, integers and steps of it with a
 * margin, categories from categorical distributions that follow the natural gradient. It begins at
 * the parameters' defaults, or the middle of their ranges, with a step of a sixth of the range; if
 * ten or more trials of other samplers had ended before, around their best tenth. Points outside
 * the ranges are drawn anew a few times, then mirrored. When it stagnates it starts anew at a
 * random place with twice the population.
 *
 * <p>Conditions: all parameters are drawn together; those that a point does not have do not move
 * with it and leave step size and covariance as they are. Constraints of the space: the point moves
 * to the nearest allowed one, and counts as what it became. Constraints on outcomes: trials that
 * respect them come before those that do not, which come in the order of their violation. Pruned
 * trials come behind complete ones, failed ones last; interrupted ones do not count.
 *
 * <p>A trial notes its generation and the seed it was drawn with ({@code hone:cma-es:generation}
 * and {@code hone:cma-es:seed}), from which the strategy is replayed. With several workers a
 * generation ends when as many of its trials have ended as the population has; what ends later is
 * ignored.
 *
 * @see <a href="https://arxiv.org/abs/1604.00772">Hansen, The CMA evolution strategy: a
 *     tutorial</a>
 * @see <a href="https://arxiv.org/abs/2205.13482">Hamano et al., CMA-ES with margin, GECCO 2022</a>
 * @see <a href="https://arxiv.org/abs/2405.09962">Hamano et al., CatCMA, GECCO 2024</a>
 * @see <a href="https://arxiv.org/abs/2012.06932">Nomura et al., Warm starting CMA-ES for
 *     hyperparameter optimization, AAAI 2021</a>
 */
public final class CmaEsSampler implements Sampler {
  private final Settings settings;

  /** With the defaults. */
  public CmaEsSampler() {
    this(Settings.DEFAULT);
  }

  private CmaEsSampler(Settings settings) {
    this.settings = settings;
  }

  @Override
  public String id() {
    return "cma-es";
  }

  /**
   * The same with so many trials in a generation before the first restart; otherwise {@code 3 + 2
   * ln n} for n parameters.
   *
   * @throws IllegalArgumentException if it is less than 2
   */
  public CmaEsSampler withPopulation(int population) {
    return new CmaEsSampler(
        new Settings(OptionalInt.of(population), settings.sigma(), settings.source()));
  }

  /**
   * The same with another first standard deviation.
   *
   * @param sigma as a part of each parameter's range
   * @throws IllegalArgumentException unless 0 < sigma <= 1
   */
  public CmaEsSampler withStep(double sigma) {
    return new CmaEsSampler(new Settings(settings.population(), sigma, settings.source()));
  }

  /**
   * The same beginning around the best tenth of a similar study's trials (WS-CMA-ES), of one
   * objective; parameters that it does not have begin as usual.
   */
  public CmaEsSampler warmStartedFrom(StudySnapshot source) {
    return new CmaEsSampler(
        new Settings(settings.population(), settings.sigma(), Optional.of(source)));
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException if the study has several objectives
   */
  @Override
  public Suggestion sample(StudySnapshot snapshot, SearchSpace space, RandomGenerator random) {
    requireOneObjective(snapshot);
    Checkpoint open = lineage(snapshot, space).at(snapshot);
    Model model = open.run().model();
    int seed = random.nextInt();
    Model.Draw draw = model.draw(seed);
    ParameterValues point = space.at(model.encoding.coordinates(draw.position, draw.categories));
    return new Note(open.generation(), seed).on(Suggestion.of(point), model.encoding.signature);
  }

  private static void requireOneObjective(StudySnapshot snapshot) {
    int objectives = snapshot.definition().directions().size();
    if (objectives > 1) {
      throw new IllegalStateException(
          "cma-es searches for one objective, but study '%s' has %d"
              .formatted(snapshot.definition().name(), objectives));
    }
  }

  private Lineage lineage(StudySnapshot snapshot, SearchSpace space) {
    return snapshot
        .memo(
            CmaEsSampler.class,
            (Optional<Lineages> before) ->
                before.orElse(Lineages.NONE).carriedOn(snapshot, space, settings))
        .newest();
  }
}
