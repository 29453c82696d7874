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
 * Gaussian dropout: instead of silencing units, multiplies them by noise of mean 1 and the same
 * variance.
 *
 * <pre>{@code y = x * N(1, p / (1 - p))}</pre>
 *
 * Name in the paper: {@code rate} = 1 - p there, where p is the probability of retaining.
 *
 * @see <a href="https://jmlr.org/papers/v15/srivastava14a.html">Srivastava et al., JMLR 2014,
 *     section 10</a>
 */
public final class GaussianDropout implements Technique {
  @Override
  public String id() {
    return "gaussian-dropout";
  }

  @Override
  public Slot slot() {
    return Slot.DROPOUT;
  }

  @Override
  public String summary() {
    return "Multiplies hidden units by random noise around 1 while training.";
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
  public boolean appliesTo(Task task) {
    return DropoutSites.hasHidden(task);
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of(Parameter.of("rate", FloatDistribution.of(0.01, 0.8), 0.5));
  }

  @Override
  public Recipe apply(Recipe recipe, ParameterValues values) {
    double rate = values.number("rate");
    return recipe.withNetwork(
        network ->
            DropoutSites.drop(
                network, site -> new org.deeplearning4j.nn.conf.dropout.GaussianDropout(rate)));
  }
}
