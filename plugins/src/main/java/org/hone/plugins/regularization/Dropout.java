package org.hone.plugins.regularization;

import org.hone.api.recipe.Recipe;
import org.hone.api.technique.Citation;
import org.hone.api.technique.Slot;
import org.hone.api.technique.Technique;
import org.hone.api.training.Task;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;

/**
 * Dropout: each hidden unit's output is set to zero with probability p while training, and scaled
 * so that its mean stays.
 *
 * <pre>{@code y = x * m / (1 - p),  m ~ Bernoulli(1 - p)}</pre>
 *
 * Name in the paper: {@code rate} = 1 - p there, where p is the probability of retaining.
 *
 * @see <a href="https://jmlr.org/papers/v15/srivastava14a.html">Srivastava et al., JMLR 2014</a>
 */
public final class Dropout implements Technique {
  @Override
  public String id() {
    return "dropout";
  }

  @Override
  public Slot slot() {
    return Slot.DROPOUT;
  }

  @Override
  public String summary() {
    return "Silences hidden units at random while training, so that none relies on particular others.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Srivastava et al.",
        "Dropout: A Simple Way to Prevent Neural Networks from Overfitting",
        2014,
        "https://jmlr.org/papers/v15/srivastava14a.html");
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of(Parameter.of("rate", FloatDistribution.of(0, 0.8), 0.5));
  }

  /** Acts where hidden activations enter a layer with weights; the raw input is left whole. */
  @Override
  public Recipe apply(Recipe recipe, ParameterValues values) {
    double retain = 1 - values.number("rate");
    return recipe.withNetwork(
        network ->
            network.mapLayers(
                site -> site.kind().hasWeights() && site.depth() > 0,
                layer -> {
                  layer.setIDropout(new org.deeplearning4j.nn.conf.dropout.Dropout(retain));
                  return layer;
                }));
  }
}
