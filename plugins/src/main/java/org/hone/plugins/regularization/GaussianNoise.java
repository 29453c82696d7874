package org.hone.plugins.regularization;

import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.hone.api.recipe.Recipe;
import org.hone.api.technique.Citation;
import org.hone.api.technique.Slot;
import org.hone.api.technique.Technique;
import org.hone.api.training.Task;
import org.hone.plugins.Stepless;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;

/**
 * Noise on activations: normal noise is added to what every hidden layer gives.
 *
 * <pre>{@code y = x + N(0, sigma^2)}</pre>
 *
 * Name: {@code deviation} = sigma.
 *
 * @see <a href="https://arxiv.org/abs/1406.1831">Poole, Sohl-Dickstein and Ganguli 2014, section
 *     2</a>
 */
public final class GaussianNoise implements Technique {
  @Override
  public String id() {
    return "gaussian-noise";
  }

  @Override
  public Slot slot() {
    return Slot.ACTIVATION_NOISE;
  }

  @Override
  public String summary() {
    return "Adds noise to hidden activations while training.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Poole, Sohl-Dickstein and Ganguli",
        "Analyzing Noise in Autoencoders and Deep Networks",
        2014,
        "https://arxiv.org/abs/1406.1831");
  }

  @Override
  public boolean appliesTo(Task task) {
    return NoiseLayers.fit(task, Stepless::isHidden, noise(1));
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of(Parameter.of("deviation", FloatDistribution.log(0.01, 1), 0.1));
  }

  @Override
  public Recipe apply(Recipe recipe, ParameterValues values) {
    double sigma = values.number("deviation");
    return recipe.withNetwork(
        network -> NoiseLayers.behind(network, Stepless::isHidden, noise(sigma)));
  }

  private static IDropout noise(double sigma) {
    return new org.deeplearning4j.nn.conf.dropout.GaussianNoise(sigma);
  }
}
