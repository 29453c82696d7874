package org.hone.plugins.augmentation;

import org.hone.api.recipe.Recipe;
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
 * Input noise: normal noise is added to the scaled input, which acts as a smoothness penalty.
 *
 * <pre>{@code x = x + N(0, sigma^2)}</pre>
 *
 * Name: {@code deviation} = sigma.
 *
 * @see <a href="https://doi.org/10.1162/neco.1995.7.1.108">Bishop, Neural Computation 1995</a>
 */
public final class InputNoise implements Technique {
  @Override
  public String id() {
    return "input-noise";
  }

  @Override
  public Slot slot() {
    return Slot.AUGMENTATION;
  }

  @Override
  public String summary() {
    return "Adds noise to the inputs while training.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Bishop",
        "Training with Noise Is Equivalent to Tikhonov Regularization",
        1995,
        "https://doi.org/10.1162/neco.1995.7.1.108");
  }

  @Override
  public boolean appliesTo(Task task) {
    return Kinds.isOfNumbers(task);
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of(Parameter.of("deviation", FloatDistribution.log(0.01, 1), 0.1));
  }

  @Override
  public Recipe apply(Recipe recipe, ParameterValues values) {
    double sigma = values.number("deviation");
    return recipe.withFeed(
        feed ->
            feed.withBatches(
                (batch, run) ->
                    batch.withFeatures(
                        batch
                            .features()
                            .add(Noise.normal(run.random(), sigma, batch.features().shape())))));
  }
}
