package org.hone.search.sampler.tpe;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.hone.search.sampler.RandomSampler;
import org.hone.search.sampler.Sampler;
import org.hone.search.sampler.Suggestion;
import org.hone.search.space.SearchSpace;
import org.hone.search.trial.StudySnapshot;

/**
 * The tree-structured Parzen estimator, multivariate: of points drawn where good trials lie, takes
 * the one that is least likely among the bad ones. Parameters that exist under the same conditions
 * are modelled jointly as a rule, on the trials in which they existed; see {@link Multivariate}.
 *
 * <pre>{@code l(x) = density of the best gamma(n) of n trials, g(x) = density of the others,
 * next = argmax l(x)/g(x) over 24 draws from l, then over 8 draws along each numeric axis
 * through the best so far; gamma(n) = min(ceil(n/10), 25) }</pre>
 *
 * <p>With several objectives the good trials are the first fronts, and of the front that does not
 * fit as a whole those that dominate most together; gamma(n) = min(ceil(n/10), 100) then.
 *
 * <p>The first ten trials of a study are random, and so is a group of parameters that fewer than
 * four trials tell of. While fewer than four trials are complete and others were pruned, trials are
 * compared at the highest step that four have reached, which with a pruner by rungs is a rung.
 * Otherwise pruned trials count as worse than complete ones, the farther they came the better;
 * those that violate constraints as worse than all of these, running and failed ones as bad (Optuna
 * leaves failed ones out, and walks again into regions where trials diverge). Infinite values are
 * very good or very bad values. Among points of discrete parameters, those that were tried come
 * last.
 *
 * <p>Where parameters have defaults, the first trial is made of them, and the others of the first
 * ten lie near them half of the time; later l/g counts more there, less so from trial to trial.
 *
 * <p>The search along the axes is ours: the more parameters there are, the farther all of a few
 * joint draws stay away from where l/g is largest.
 *
 * @see <a
 *     href="https://papers.nips.cc/paper/4443-algorithms-for-hyper-parameter-optimization">Bergstra
 *     et al., NeurIPS 2011, section 4</a>
 * @see <a href="https://arxiv.org/abs/1807.01774">Falkner et al., BOHB, ICML 2018: the multivariate
 *     densities, and trials compared at the highest rung that enough have reached</a>
 * @see <a href="https://doi.org/10.1613/jair.1.13188">Ozaki et al., JAIR 2022: several
 *     objectives</a>
 * @see <a href="https://arxiv.org/abs/2204.11051">Hvarfner et al., piBO, ICLR 2022</a>, and <a
 *     href="https://arxiv.org/abs/2306.12370">Mallik et al., PriorBand, NeurIPS 2023: defaults</a>
 * @see <a href="https://arxiv.org/abs/2304.11127">Watanabe, 2023: what each part contributes</a>
 */
public final class TpeSampler implements Sampler {
  private final Sampler startup = new RandomSampler();
  private final TpeSettings settings;

  /** With the default settings. */
  public TpeSampler() {
    this(TpeSettings.DEFAULT);
  }

  /** With settings of one's own. */
  public TpeSampler(TpeSettings settings) {
    this.settings = settings;
  }

  @Override
  public String id() {
    return "tpe";
  }

  @Override
  public Suggestion sample(StudySnapshot snapshot, SearchSpace space, RandomGenerator random) {
    Standings standings = Standings.of(snapshot, Fidelity.of(snapshot, Model.FEWEST_TRIALS));
    if (standings.bestFirst().length < settings.startupTrials()) {
      return beginning(snapshot, space, standings.isEmpty(), random);
    }
    boolean jointly = settings.multivariate().isJoint(standings.objectives(), random);
    Columns columns = Columns.of(snapshot, space, jointly);
    return Suggestion.of(space.at(modelled(columns, standings, random)));
  }

  private Suggestion beginning(
      StudySnapshot snapshot, SearchSpace space, boolean first, RandomGenerator random) {
    Belief belief = new Belief(Plan.of(space, true), settings.trustInDefaults());
    return belief.isHeld() && (first || random.nextBoolean())
        ? Suggestion.of(first ? belief.defaults() : belief.draw(random))
        : startup.sample(snapshot, space, random);
  }

  /** Group by group, since what is chosen for one decides whether others exist. */
  private double[] modelled(Columns columns, Standings standings, RandomGenerator random) {
    double[] point = new double[columns.plan().space().size()];
    Arrays.fill(point, Double.NaN);
    int[] good = Split.good(standings, settings);
    Belief belief = new Belief(columns.plan(), settings.trustInDefaults());
    double fading = settings.trustInDefaults() / standings.bestFirst().length;
    for (int g = 0; g < columns.plan().groups().size(); g++) {
      Group group = columns.plan().groups().get(g);
      if (group.isActive(point)) {
        Model model = Model.of(columns, standings, good, g, settings);
        Region region = new Region(columns, standings, group, point);
        ToDoubleFunction<double[]> believed =
            belief.isHeld() ? x -> fading * belief.log(group, x) : x -> 0;
        double[] best = new Candidates(model, region, believed, random).best(settings);
        for (int d = 0; d < best.length; d++) {
          point[group.parameter(d)] = best[d];
        }
      }
    }
    return point;
  }
}
