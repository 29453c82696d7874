package org.hone.plugins.augmentation;

import org.hone.api.recipe.Batch;
import org.hone.api.recipe.Recipe;
import org.hone.api.recipe.Run;
import org.hone.api.technique.Citation;
import org.hone.api.technique.Slot;
import org.hone.api.technique.Technique;
import org.hone.api.training.Task;
import org.hone.plugins.Noise;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Mixup: trains on weighted means of two rows and of their labels.
 *
 * <pre>{@code
 * x~ = lambda * x_i + (1 - lambda) * x_j
 * y~ = lambda * y_i + (1 - lambda) * y_j,  lambda ~ Beta(alpha, alpha)
 * }</pre>
 *
 * One lambda for each batch, as in the authors' code. Name in the paper: {@code alpha}, 0.1 to 0.4
 * there.
 *
 * @see <a href="https://arxiv.org/abs/1710.09412">Zhang et al., ICLR 2018, equation 2</a>
 */
public final class Mixup implements Technique {
  @Override
  public String id() {
    return "mixup";
  }

  @Override
  public Slot slot() {
    return Slot.MIXING;
  }

  @Override
  public String summary() {
    return "Trains on weighted means of two rows and of their labels.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Zhang et al.",
        "mixup: Beyond Empirical Risk Minimization",
        2018,
        "https://arxiv.org/abs/1710.09412");
  }

  @Override
  public boolean appliesTo(Task task) {
    return Kinds.isOfNumbers(task);
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of(Parameter.of("alpha", FloatDistribution.log(0.05, 2), 0.2));
  }

  @Override
  public Recipe apply(Recipe recipe, ParameterValues values) {
    double alpha = values.number("alpha");
    return recipe.withFeed(
        feed -> feed.withBatches((batch, run) -> mix(batch, run, Noise.beta(run.random(), alpha))));
  }

  private static Batch mix(Batch batch, Run run, double lambda) {
    Partners partners = Partners.of(batch, run.random());
    INDArray features = batch.features().mul(lambda).addi(partners.features().muli(1 - lambda));
    INDArray shares = Nd4j.valueArrayOf(new long[] {batch.size(), 1}, lambda, features.dataType());
    return partners.mixed(features, shares);
  }
}
