package org.hone.plugins.gradient;

import org.hone.api.recipe.GradientStage;
import org.hone.api.recipe.Recipe;
import org.hone.api.recipe.Run;
import org.hone.api.technique.Citation;
import org.hone.api.technique.Slot;
import org.hone.api.technique.Technique;
import org.hone.api.training.Task;
import org.hone.plugins.Noise;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;

/**
 * Gradient noise: normal noise that fades is added to every gradient.
 *
 * <pre>{@code g = g + N(0, eta / (1 + t)^gamma)}</pre>
 *
 * with t the steps done. Names in the paper: {@code variance} = eta, one of 0.01, 0.3, 1 there;
 * gamma = 0.55.
 *
 * @see <a href="https://arxiv.org/abs/1511.06807">Neelakantan et al. 2015, equation 1</a>
 */
public final class GradientNoise implements Technique {
  private static final double GAMMA = 0.55;

  @Override
  public String id() {
    return "gradient-noise";
  }

  @Override
  public Slot slot() {
    return Slot.GRADIENT;
  }

  @Override
  public String summary() {
    return "Adds noise to the gradient, less and less of it.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Neelakantan et al.",
        "Adding Gradient Noise Improves Learning for Very Deep Networks",
        2015,
        "https://arxiv.org/abs/1511.06807");
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of(Parameter.of("variance", FloatDistribution.log(1e-6, 1), 0.01));
  }

  @Override
  public Recipe apply(Recipe recipe, ParameterValues values) {
    double eta = values.number("variance");
    return recipe.withUpdate(
        update ->
            update.withStage(
                GradientStage.after(GradientStage.Position.NOISE, run -> addNoise(run, eta))));
  }

  private static void addNoise(Run run, double eta) {
    double deviation = Math.sqrt(eta / Math.pow(1.0 + run.progress().step(), GAMMA));
    run.gradients().addi(Noise.normal(run.random(), deviation, run.gradients().length()));
  }
}
