package org.hone.search.sampler.tpe;

import java.util.random.RandomGenerator;
import org.hone.search.math.ParzenEstimator;
import org.hone.search.sampler.RandomSampler;
import org.hone.search.sampler.Sampler;
import org.hone.search.sampler.Suggestion;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.hone.search.trial.StudySnapshot;

/**
 * The tree-structured Parzen estimator, multivariate: of points drawn where good trials lie, takes
 * the one that is least likely among the bad ones. Parameters that exist under the same condition
 * are modelled jointly, on the trials in which they existed.
 *
 * <pre>{@code l(x) = density of the best gamma(n) of n trials, g(x) = density of the others,
 * next = argmax l(x)/g(x) over 24 draws from l; gamma(n) = min(ceil(n/10), 25) }</pre>
 *
 * <p>The first ten trials of a study are random, and so is a group that fewer than {@value
 * #FEWEST_TRIALS} trials tell of. Pruned trials count as worse than complete ones, running and
 * failed ones as bad (Optuna leaves failed ones out, and walks again into regions where trials
 * diverge). Infinite values are very good or very bad values.
 *
 * @see <a
 *     href="https://papers.nips.cc/paper/4443-algorithms-for-hyper-parameter-optimization">Bergstra
 *     et al., NeurIPS 2011, section 4</a>
 * @see <a href="https://arxiv.org/abs/1807.01774">Falkner et al., BOHB, ICML 2018: the multivariate
 *     densities</a>
 * @see <a href="https://arxiv.org/abs/2304.11127">Watanabe, 2023: what each part contributes</a>
 */
public final class TpeSampler implements Sampler {
  private static final int STARTUP_TRIALS = 10;
  private static final int FEWEST_TRIALS = 4;
  private static final int CANDIDATES = 24;
  private static final int MOST_GOOD = 25;

  private final Sampler startup = new RandomSampler();

  @Override
  public String id() {
    return "tpe";
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException if the study has several objectives
   */
  @Override
  public Suggestion sample(StudySnapshot snapshot, SearchSpace space, RandomGenerator random) {
    Ranking ranking = Ranking.of(snapshot);
    if (ranking.finished().size() < STARTUP_TRIALS) {
      return startup.sample(snapshot, space, random);
    }
    ParameterValues point = ParameterValues.empty();
    for (Group group : Group.of(space)) {
      if (group.isActive(point)) {
        point = suggest(ranking.within(group), new Region(space, group, point), random);
      }
    }
    ParameterValues found = point;
    return Suggestion.of(space.choose((parameter, allowed) -> found.raw(parameter.name())));
  }

  private static ParameterValues suggest(Ranking history, Region region, RandomGenerator random) {
    int n = history.finished().size();
    if (n < FEWEST_TRIALS) {
      return region.uniform(random);
    }
    ParzenEstimator good = region.density(history.good(gamma(n)));
    ParzenEstimator bad = region.density(history.bad(gamma(n)));
    return region.complete(mostPromising(good, bad, region, random));
  }

  /** The draw x from l with the largest l(x)/g(x), i.e. the largest expected improvement. */
  private static double[] mostPromising(
      ParzenEstimator l, ParzenEstimator g, Region region, RandomGenerator random) {
    double[] best = {};
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < CANDIDATES; i++) {
      double[] x = l.draw(region::allows, random);
      double improvement = l.logDensity(x) - g.logDensity(x);
      if (i == 0 || improvement > most) {
        best = x;
        most = improvement;
      }
    }
    return best;
  }

  static int gamma(int trials) {
    return Math.min((int) Math.ceil(0.1 * trials), MOST_GOOD);
  }
}
