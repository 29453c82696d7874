package org.hone.plugins.gradient;

import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.hone.api.recipe.Network;
import org.hone.api.recipe.ParameterView;
import org.hone.api.recipe.Run;
import org.hone.api.recipe.Site;
import org.hone.api.technique.Citation;
import org.hone.api.training.Task;
import org.hone.plugins.Units;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Adaptive gradient clipping (AGC): the gradient of the weights that lead into a unit is held to a
 * share of the length of those weights.
 *
 * <pre>
 * {@code if |G_i| > lambda * |W_i|*: G_i = lambda * |W_i|* / |G_i| * G_i,  |W_i|* = max(|W_i|, 1e-3)}
 * </pre>
 *
 * Name in the paper: {@code share} = lambda, 0.01 there for large batches. The output layer is left
 * alone, as there.
 *
 * @see <a href="https://arxiv.org/abs/2102.06171">Brock et al., ICML 2021, equation 3</a>
 */
public final class AdaptiveClipping extends Clipping {
  private static final double SHORTEST = 1e-3;

  @Override
  public String id() {
    return "adaptive-clipping";
  }

  @Override
  public String summary() {
    return "Holds each unit's gradient to a share of the length of its weights.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Brock et al.",
        "High-Performance Large-Scale Image Recognition Without Normalization",
        2021,
        "https://arxiv.org/abs/2102.06171");
  }

  @Override
  public boolean appliesTo(Task task) {
    return task.network().sites().stream().anyMatch(Site::isHidden);
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of(Parameter.of("share", FloatDistribution.log(1e-3, 0.5), 0.01));
  }

  @Override
  Consumer<Run> clip(Network network, ParameterValues values) {
    double lambda = values.number("share");
    Set<String> outputs =
        network.sites().stream()
            .filter(site -> site.kind() == Site.Kind.OUTPUT)
            .map(Site::name)
            .collect(Collectors.toUnmodifiableSet());
    return run ->
        run.views().stream()
            .filter(view -> !outputs.contains(view.layer()))
            .forEach(view -> clip(view, lambda));
  }

  private static void clip(ParameterView view, double lambda) {
    INDArray allowed = Transforms.max(Units.norms(view.weight()), SHORTEST, false).muli(lambda);
    INDArray norms = Units.norms(view.gradient());
    INDArray factors = Transforms.min(allowed.div(Transforms.max(norms, 1e-30)), 1, false);
    Units.scale(view.gradient(), factors);
  }
}
