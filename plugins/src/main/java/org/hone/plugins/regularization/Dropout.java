package org.hone.plugins.regularization;

import java.util.List;
import org.hone.api.recipe.Recipe;
import org.hone.api.technique.Citation;
import org.hone.api.technique.Slot;
import org.hone.api.technique.Technique;
import org.hone.api.training.Task;
import org.hone.search.space.CategoricalDistribution;
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
 * Name in the paper: {@code rate} = 1 - p there, where p is the probability of retaining. It is the
 * greatest of all layers; {@code shape} says how it changes from the first to the last.
 *
 * @see <a href="https://jmlr.org/papers/v15/srivastava14a.html">Srivastava et al., JMLR 2014</a>
 */
public final class Dropout implements Technique {
  private static final SearchSpace SHAPES =
      SearchSpace.of(
          Parameter.of(
              "shape",
              new CategoricalDistribution(List.copyOf(DropoutShape.ids())),
              DropoutShape.BRICK.id()));

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
  public boolean appliesTo(Task task) {
    return DropoutSites.hasHidden(task);
  }

  @Override
  public SearchSpace parameters(Task task) {
    SearchSpace rate = SearchSpace.of(Parameter.of("rate", FloatDistribution.of(0, 0.8), 0.5));
    boolean hasShape = task.network().sites().stream().anyMatch(site -> site.hiddenLayers() > 1);
    return hasShape ? rate.plus(SHAPES) : rate;
  }

  @Override
  public Recipe apply(Recipe recipe, ParameterValues values) {
    double rate = values.number("rate");
    DropoutShape shape =
        values.contains("shape") ? DropoutShape.of(values.category("shape")) : DropoutShape.BRICK;
    return recipe.withNetwork(
        network ->
            DropoutSites.drop(
                network,
                site ->
                    new org.deeplearning4j.nn.conf.dropout.Dropout(
                        1 - rate * shape.at(site.depth() - 1, Math.max(1, site.hiddenLayers())))));
  }
}
