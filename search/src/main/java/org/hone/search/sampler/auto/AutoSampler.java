package org.hone.search.sampler.auto;

import java.util.random.RandomGenerator;
import org.hone.search.sampler.Sampler;
import org.hone.search.sampler.Suggestion;
import org.hone.search.sampler.cmaes.CmaEsSampler;
import org.hone.search.sampler.evolution.Nsga2Sampler;
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
 *   <li>A Gaussian process while there are few trials: nothing learns more from each.
 *   <li>Afterwards CMA-ES where the space is a box of numbers without conditions, TPE elsewhere.
 *   <li>With several objectives a Gaussian process, then TPE, then NSGA-II, whose cost does not
 *       grow.
 * </ul>
 */
public final class AutoSampler implements Sampler {
  /** Note: the id of the sampler that suggested the point. */
  public static final String SAMPLER = "hone:auto:sampler";

  /** Note: why that one. */
  public static final String REASON = "hone:auto:reason";

  private static final int FEW_TRIALS = 250;
  private static final int MANY_TRIALS = 2_000;
  private static final int MOST_MODELLED_OBJECTIVES = 3;

  private final Sampler gp = new GpSampler();
  private final Sampler tpe = new TpeSampler();
  private final Sampler cmaEs = new CmaEsSampler();
  private final Sampler nsga2 = new Nsga2Sampler();

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
    if (objectives > 1) {
      return chooseForSeveral(objectives, trials);
    }
    if (trials < FEW_TRIALS) {
      return new Choice(gp, "fewer than " + FEW_TRIALS + " trials: each must teach the most");
    }
    return isBox(space)
        ? new Choice(cmaEs, "many trials in a box of numbers without conditions")
        : new Choice(tpe, "many trials in a mixed or conditional space");
  }

  private Choice chooseForSeveral(int objectives, long trials) {
    if (objectives > MOST_MODELLED_OBJECTIVES) {
      return new Choice(tpe, "more than " + MOST_MODELLED_OBJECTIVES + " objectives");
    }
    if (trials < FEW_TRIALS) {
      return new Choice(gp, "several objectives, fewer than " + FEW_TRIALS + " trials");
    }
    return trials < MANY_TRIALS
        ? new Choice(tpe, "several objectives, fewer than " + MANY_TRIALS + " trials")
        : new Choice(nsga2, "several objectives, " + MANY_TRIALS + " trials or more");
  }

  private static boolean isBox(SearchSpace space) {
    return space.size() > 1
        && space.isFlat()
        && space.constraints().isEmpty()
        && space.parameters().stream()
            .noneMatch(p -> p.distribution() instanceof CategoricalDistribution);
  }
}
