package org.hone.plugins.schedule;

import java.util.ArrayList;
import java.util.List;
import org.hone.api.recipe.Progress;
import org.hone.api.recipe.Rates;
import org.hone.api.recipe.Recipe;
import org.hone.api.recipe.Schedule;
import org.hone.api.technique.Slot;
import org.hone.api.technique.Technique;
import org.hone.api.training.Task;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;

/**
 * How the learning rate changes over the training, after a linear warm-up of its own length.
 *
 * <pre>{@code
 * eta(t) = eta_max * t / w                          while t < w
 * eta(t) = eta_max * factor((t - w) / (1 - w))      from then on
 * }</pre>
 *
 * with t the share of the budget that is done and w = {@code warm-up}.
 *
 * @see <a href="https://arxiv.org/abs/1706.02677">Goyal et al. 2017, section 2.2, for the
 *     warm-up</a>
 */
abstract class RateSchedule implements Technique {
  private static final String WARM_UP = "warm-up";

  /** A share of the optimizer's own learning rate. */
  @FunctionalInterface
  interface Factor {
    /**
     * The share.
     *
     * @param s how much of the budget behind the warm-up is done, in [0, 1]
     */
    double at(double s, Progress now);
  }

  @Override
  public final Slot slot() {
    return Slot.SCHEDULE;
  }

  /** Its strengths besides the warm-up. */
  abstract List<Parameter> strengths();

  /** What follows the warm-up. */
  abstract Factor factor(ParameterValues values);

  @Override
  public SearchSpace parameters(Task task) {
    List<Parameter> all = new ArrayList<>(strengths());
    all.add(Parameter.of(WARM_UP, FloatDistribution.of(0, 0.3), 0.05));
    return SearchSpace.of(all.toArray(Parameter[]::new));
  }

  @Override
  public Recipe apply(Recipe recipe, ParameterValues values) {
    return recipe.withUpdate(update -> update.withSchedule(schedule(values)));
  }

  /** The whole, warm-up included. */
  final Schedule schedule(ParameterValues values) {
    double w = values.number(WARM_UP);
    Factor factor = factor(values);
    return now -> {
      double t = now.fraction();
      return Rates.of(t < w ? rising(t, w, now) : factor.at((t - w) / (1 - w), now));
    };
  }

  /**
   * The first step of a warm-up is one step's share up, not zero: a step of rate zero teaches
   * nothing.
   */
  private static double rising(double t, double w, Progress now) {
    return Math.min(1, (t + 1.0 / (now.epochs() * now.stepsPerEpoch())) / w);
  }
}
