package org.hone.plugins.activation;

import java.util.Set;
import org.hone.api.recipe.Recipe;
import org.hone.api.technique.Citation;
import org.hone.api.technique.Slot;
import org.hone.search.space.ParameterValues;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationSELU;

/**
 * Self-normalizing networks: activations draw mean 0 and variance 1 to themselves from layer to
 * layer, without a normalization. For this weights must begin as LeCun et al. propose, so they do.
 *
 * <pre>{@code f(x) = lambda * (x if x > 0, else alpha * (exp(x) - 1))}</pre>
 *
 * with lambda = 1.0507 and alpha = 1.6733. Dropout would break it but for alpha dropout, which
 * brings these units itself; a normalization would do its work.
 *
 * @see <a href="https://arxiv.org/abs/1706.02515">Klambauer et al., NeurIPS 2017, equation 2</a>
 */
public final class Selu extends HiddenActivation {
  @Override
  public String id() {
    return "selu";
  }

  @Override
  public String summary() {
    return "Hidden units that keep mean and variance by themselves.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Klambauer et al.",
        "Self-Normalizing Neural Networks",
        2017,
        "https://arxiv.org/abs/1706.02515");
  }

  @Override
  public Set<String> conflictsWith() {
    return Set.of(Slot.DROPOUT.id(), Slot.INITIALIZATION.id(), Slot.NORMALIZATION.id());
  }

  @Override
  IActivation function(ParameterValues values) {
    return new ActivationSELU();
  }

  @Override
  public Recipe apply(Recipe recipe, ParameterValues values) {
    return recipe.withNetwork(SelfNormalization::of);
  }
}
