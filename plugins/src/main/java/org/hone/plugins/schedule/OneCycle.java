package org.hone.plugins.schedule;

import java.util.OptionalDouble;
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
 * The one-cycle policy: the learning rate rises from a small one to the greatest, then falls far
 * below where it began; momentum goes the other way.
 *
 * <pre>{@code
 * factor from 1/25 to 1     while t < peak
 * factor from 1 to 1/10000  from then on,     along half a cosine wave each
 * momentum from 0.95 to 0.85 and back
 * }</pre>
 *
 * with t the share of the budget that is done. Momentum moves where the optimizer has one: that of
 * {@code nesterov} and {@code momentum}, and beta1 of {@code adam} and its relatives, as in fastai
 * and in PyTorch's OneCycleLR. Name: {@code peak}, 0.3 in fastai. It is its own warm-up.
 *
 * @see <a href="https://arxiv.org/abs/1708.07120">Smith and Topin 2018; the cosine form is that of
 *     fastai</a>
 * @see <a href="https://arxiv.org/abs/1803.09820">Smith 2018, for the momentum</a>
 */
public final class OneCycle implements Technique {
  private static final double FIRST = 1.0 / 25;
  private static final double LAST = 1e-4;
  private static final double HIGH_MOMENTUM = 0.95;
  private static final double LOW_MOMENTUM = 0.85;

  @Override
  public String id() {
    return "one-cycle";
  }

  @Override
  public Slot slot() {
    return Slot.SCHEDULE;
  }

  @Override
  public String summary() {
    return "Lets the learning rate rise once and fall once, and momentum the other way.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Smith and Topin",
        "Super-Convergence: Very Fast Training of Neural Networks Using Large Learning Rates",
        2018,
        "https://arxiv.org/abs/1708.07120");
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of(Parameter.of("peak", FloatDistribution.of(0.1, 0.5), 0.3));
  }

  @Override
  public Recipe apply(Recipe recipe, ParameterValues values) {
    double peak = values.number("peak");
    return recipe.withUpdate(update -> update.withSchedule(schedule(peak)));
  }

  static Schedule schedule(double peak) {
    return now -> {
      double t = now.fraction();
      boolean rising = t < peak;
      double done = rising ? t / peak : (t - peak) / (1 - peak);
      double factor = rising ? between(FIRST, 1, done) : between(1, LAST, done);
      double momentum =
          rising
              ? between(HIGH_MOMENTUM, LOW_MOMENTUM, done)
              : between(LOW_MOMENTUM, HIGH_MOMENTUM, done);
      return new Rates(factor, OptionalDouble.of(momentum));
    };
  }

  /** From one value to another along half a cosine wave. */
  private static double between(double from, double to, double done) {
    return to + (from - to) * (1 + Math.cos(Math.PI * done)) / 2;
  }
}
