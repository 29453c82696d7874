package org.hone.search.sampler.tpe;

import java.util.random.RandomGenerator;
import org.hone.search.space.CategoricalDistribution;
import org.hone.search.space.SearchSpace;

/** Whether parameters are modelled jointly, which learns how they depend on one another. */
public enum Multivariate {
  /** Jointly, those that exist under the same conditions (Optuna's {@code group}). */
  ALWAYS,

  /** Each alone. */
  NEVER,

  /**
   * Jointly as a rule; each alone every other time if there are several objectives, and, up to 500
   * trials, every fourth time if there are categories or conditions. What is modelled alone
   * combines values of different good trials that never were together, of which a joint model of
   * few trials knows nothing: that keeps it from settling for the first good combination.
   */
  MOSTLY;

  private static final double ALONE_WITH_OBJECTIVES = 0.5;
  private static final double ALONE_WITH_CATEGORIES = 0.25;

  /** Beyond, a model of each alone takes several times as long as a joint one. */
  private static final int FEW_TRIALS = 500;

  /**
   * Whether the next trial is to come from a joint model.
   *
   * @param trials how many there are to learn from
   */
  boolean isJoint(SearchSpace space, int objectives, int trials, RandomGenerator random) {
    return switch (this) {
      case ALWAYS -> true;
      case NEVER -> false;
      case MOSTLY -> random.nextDouble() >= alone(space, objectives, trials);
    };
  }

  private static double alone(SearchSpace space, int objectives, int trials) {
    if (objectives > 1) {
      return ALONE_WITH_OBJECTIVES;
    }
    boolean numbers =
        space.parameters().stream()
            .noneMatch(
                parameter ->
                    parameter.isConditional()
                        || parameter.distribution() instanceof CategoricalDistribution);
    return numbers || trials > FEW_TRIALS ? 0 : ALONE_WITH_CATEGORIES;
  }
}
