package org.hone.plugins.gradient;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.hone.api.recipe.Network;
import org.hone.api.recipe.ParameterView;
import org.hone.api.recipe.Run;
import org.hone.api.technique.Citation;
import org.hone.api.training.Task;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;

/**
 * Clipping by the norm of each layer: a layer's gradient that is longer than a threshold is
 * shortened to it, whatever the other layers'.
 *
 * <pre>{@code if |g_l| > c: g_l = c / |g_l| * g_l}</pre>
 *
 * Name: {@code max-norm} = c. What is not finite is left as it is.
 *
 * @see <a href="https://arxiv.org/abs/1211.5063">Pascanu et al., ICML 2013, Algorithm 1, layer by
 *     layer</a>
 */
public final class ClipByLayerNorm extends Clipping {
  @Override
  public String id() {
    return "clip-by-layer-norm";
  }

  @Override
  public String summary() {
    return "Shortens the gradient of each layer that is longer than a threshold.";
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
    return SearchSpace.of(Parameter.of("max-norm", FloatDistribution.log(0.01, 10), 1.0));
  }

  @Override
  Consumer<Run> clip(Network network, ParameterValues values) {
    double c = values.number("max-norm");
    return run -> clip(run, c);
  }

  private static void clip(Run run, double c) {
    run.views().stream()
        .collect(Collectors.groupingBy(ParameterView::layer))
        .values()
        .forEach(layer -> clip(layer, c));
  }

  private static void clip(List<ParameterView> layer, double c) {
    double squares = 0;
    for (ParameterView view : layer) {
      double norm = view.gradient().norm2Number().doubleValue();
      squares += norm * norm;
    }
    double norm = Math.sqrt(squares);
    if (norm > c && Double.isFinite(norm)) {
      layer.forEach(view -> view.gradient().muli(c / norm));
    }
  }
}
