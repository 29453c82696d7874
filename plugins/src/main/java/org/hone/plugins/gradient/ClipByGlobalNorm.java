package org.hone.plugins.gradient;

import java.util.function.Consumer;
import org.hone.api.recipe.Network;
import org.hone.api.recipe.Run;
import org.hone.api.technique.Citation;
import org.hone.api.training.Task;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;

/**
 * Clipping by global norm: a gradient longer than a threshold is shortened to it, keeping its
 * direction.
 *
 * <pre>{@code if |g| > threshold: g = threshold / |g| * g}</pre>
 *
 * Names in the paper: {@code max-norm} = threshold. A gradient whose norm is not finite is left as
 * it is.
 *
 * @see <a href="https://arxiv.org/abs/1211.5063">Pascanu et al., ICML 2013, Algorithm 1</a>
 */
public final class ClipByGlobalNorm extends Clipping {
  @Override
  public String id() {
    return "clip-by-global-norm";
  }

  @Override
  public String summary() {
    return "Shortens gradients that are longer than a threshold.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Pascanu et al.",
        "On the Difficulty of Training Recurrent Neural Networks",
        2013,
        "https://arxiv.org/abs/1211.5063");
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of(Parameter.of("max-norm", FloatDistribution.log(0.1, 10), 1.0));
  }

  @Override
  Consumer<Run> clip(Network network, ParameterValues values) {
    double threshold = values.number("max-norm");
    return run -> clip(run, threshold);
  }

  private static void clip(Run run, double threshold) {
    double norm = run.gradients().norm2Number().doubleValue();
    if (norm > threshold && Double.isFinite(norm)) {
      run.gradients().muli(threshold / norm);
    }
  }
}
