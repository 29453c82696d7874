package org.hone.search.sampler.auto;

import java.util.random.RandomGenerator;
import org.hone.search.sampler.Sampler;
import org.hone.search.sampler.Suggestion;
import org.hone.search.sampler.cmaes.CmaEsSampler;
import org.hone.search.sampler.evolution.MoeadSampler;
import org.hone.search.sampler.evolution.Nsga3Sampler;
import org.hone.search.sampler.gp.GpSampler;
import org.hone.search.sampler.tpe.TpeSampler;
import org.hone.search.space.CategoricalDistribution;
import org.hone.search.space.SearchSpace;
import org.hone.search.trial.StudySnapshot;

/**
 * Chooses a method for each trial anew, by the number of objectives, the space, and how many trials
 * there are: the default. Which it took, and why, is noted with the trial.
 *
 * <ul>
 *   <li>A Gaussian process while there are few trials: nothing learns more from each. Every fifth
 *       of them is TPE's, whose model is another one: what it finds, the process learns from as
 *       well.
 *   <li>Afterwards CMA-ES where the space is a box of numbers without conditions, TPE elsewhere;
 *       MOEA/D with two or three objectives.
 *   <li>With more objectives NSGA-III.
 * </ul>
 *
 * @see <a href="https://arxiv.org/abs/1009.5419">Hoffman et al., Portfolio allocation for Bayesian
 *     optimization, UAI 2011: why not to rely on one method</a>
 */
public final class AutoSampler implements Sampler {
  /** Note: the id of the sampler that suggested the point. */
  public static final String SAMPLER = "hone:auto:sampler";

  /** Note: why that one. */
  public static final String REASON = "hone:auto:reason";

  private static final int FEW_TRIALS = 250;
  private static final int TURN = 5;
  private static final int MOST_MODELLED_OBJECTIVES = 3;

  private final Sampler gp = new GpSampler();
  private final Sampler tpe = new TpeSampler();
  private final Sampler cmaEs = new CmaEsSampler();
  private final Sampler moead = new MoeadSampler();
  private final Sampler nsga3 = new Nsga3Sampler();

  private record Choice(Sampler sampler, String reason) {}

  @Override
  public String id() {
    return "auto";
  }

  @Override
  public Suggestion sample(StudySnapshot snapshot, SearchSpace space, RandomGenerator random) {
    Choice choice = choose(snapshot, space);
    return choice
        .sampler()
        .sample(snapshot, space, random)
        .noting(SAMPLER, choice.sampler().id())
        .noting(REASON, choice.reason());
  }

  private Choice choose(StudySnapshot snapshot, SearchSpace space) {
    int objectives = snapshot.definition().directions().size();
    long trials = snapshot.trials().size();
    if (objectives > MOST_MODELLED_OBJECTIVES) {
      return new Choice(nsga3, "more than " + MOST_MODELLED_OBJECTIVES + " objectives");
    }
    if (trials < FEW_TRIALS) {
      return trials > 2 * TURN && trials % TURN == 0
          ? new Choice(tpe, "every fifth trial asks another method, lest one model be wrong")
          : new Choice(gp, "fewer than " + FEW_TRIALS + " trials: each must teach the most");
    }
    if (objectives > 1) {
      return new Choice(moead, "several objectives, " + FEW_TRIALS + " trials or more");
    }
    return isBox(space)
        ? new Choice(cmaEs, "many trials in a box of numbers without conditions")
        : new Choice(tpe, "many trials in a mixed or conditional space");
  }

  private static boolean isBox(SearchSpace space) {
    return space.size() > 1
        && space.isFlat()
        && space.constraints().isEmpty()
        && space.parameters().stream()
            .noneMatch(p -> p.distribution() instanceof CategoricalDistribution);
  }
}
