package org.hone.plugins.schedule;

import org.hone.api.recipe.Rates;
import org.hone.api.recipe.Recipe;
import org.hone.api.recipe.Schedule;
import org.hone.api.technique.Citation;
import org.hone.api.technique.Slot;
import org.hone.api.technique.Technique;
import org.hone.api.training.Task;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;

/**
 * Cosine annealing without restarts, after a linear warm-up.
 *
 * <pre>{@code
 * eta(t) = eta_max * t / w                                   while t < w
 * eta(t) = eta_max * (1 + cos(pi * (t - w) / (1 - w))) / 2   from then on
 * }</pre>
 *
 * with t the share of the budget that is done and w = {@code warm-up}.
 *
 * @see <a href="https://arxiv.org/abs/1608.03983">Loshchilov and Hutter, ICLR 2017, equation 5; the
 *     warm-up is that of Goyal et al. 2017, arXiv 1706.02677</a>
 */
public final class CosineAnnealing implements Technique {
  @Override
  public String id() {
    return "cosine-annealing";
  }

  @Override
  public Slot slot() {
    return Slot.SCHEDULE;
  }

  @Override
  public String summary() {
    return "Lowers the learning rate along half a cosine wave, after a linear warm-up.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Loshchilov and Hutter",
        "SGDR: Stochastic Gradient Descent with Warm Restarts",
        2017,
        "https://arxiv.org/abs/1608.03983");
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of(Parameter.of("warm-up", FloatDistribution.of(0, 0.3), 0.05));
  }

  @Override
  public Recipe apply(Recipe recipe, ParameterValues values) {
    double warmUp = values.number("warm-up");
    return recipe.withUpdate(update -> update.withSchedule(schedule(warmUp)));
  }

  static Schedule schedule(double warmUp) {
    return now -> Rates.of(factor(now.fraction(), warmUp, now.epochs() * now.stepsPerEpoch()));
  }

  /**
   * The first step of a warm-up is one step's share up, not zero: a step of rate zero teaches
   * nothing.
   */
  private static double factor(double t, double warmUp, long steps) {
    if (t < warmUp) {
      return Math.min(1, (t + 1.0 / steps) / warmUp);
    }
    return (1 + Math.cos(Math.PI * (t - warmUp) / (1 - warmUp))) / 2;
  }
}
