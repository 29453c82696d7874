package org.hone.plugins.regularization;

import java.util.Set;
import org.hone.api.recipe.Recipe;
import org.hone.api.technique.Citation;
import org.hone.api.technique.Slot;
import org.hone.api.technique.Technique;
import org.hone.api.training.Task;
import org.hone.plugins.activation.SelfNormalization;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;

/**
 * Alpha dropout: silenced units take the value at which selu saturates, and all are rescaled, so
 * that mean and variance stay as self-normalizing networks need them.
 *
 * <pre>{@code
 * y = a * (x * m + alpha' * (1 - m)) + b,  m ~ Bernoulli(1 - p)
 * }</pre>
 *
 * It makes no sense but in the networks it was made for, so hidden layers become such. Names in the
 * paper: {@code rate} = 1 - q there; 0.05 and 0.1 are recommended.
 *
 * @see <a href="https://arxiv.org/abs/1706.02515">Klambauer et al., NeurIPS 2017</a>
 */
public final class AlphaDropout implements Technique {
  @Override
  public String id() {
    return "alpha-dropout";
  }

  @Override
  public Slot slot() {
    return Slot.DROPOUT;
  }

  @Override
  public String summary() {
    return "Dropout for selu networks, which keeps mean and variance of what flows on.";
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
  public boolean appliesTo(Task task) {
    return DropoutSites.hasHidden(task) && SelfNormalization.isPossible(task.network());
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of(Parameter.of("rate", FloatDistribution.of(0.01, 0.5), 0.05));
  }

  @Override
  public Set<String> conflictsWith() {
    return Set.of(Slot.ACTIVATION.id(), Slot.INITIALIZATION.id(), Slot.NORMALIZATION.id());
  }

  @Override
  public Recipe apply(Recipe recipe, ParameterValues values) {
    double retain = 1 - values.number("rate");
    return recipe.withNetwork(
        network ->
            DropoutSites.drop(
                SelfNormalization.of(network),
                site -> new org.deeplearning4j.nn.conf.dropout.AlphaDropout(retain)));
  }
}
