package org.hone.plugins.augmentation;

import java.util.Arrays;
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
 * CutMix: a part of each row is replaced by that of another row, and labels are mixed by area. The
 * part is a rectangle of an image, a stretch of a sequence, or a random choice of a table's
 * columns.
 *
 * <pre>{@code
 * x~ = M * x_i + (1 - M) * x_j
 * y~ = lambda * y_i + (1 - lambda) * y_j,  lambda ~ Beta(alpha, alpha), corrected to the area cut
 * }</pre>
 *
 * Names: {@code alpha}, 1 in the paper; {@code probability} that a batch is mixed.
 *
 * @see <a href="https://arxiv.org/abs/1905.04899">Yun et al., ICCV 2019, equation 1; for tables
 *     Kadra et al., NeurIPS 2021, arXiv 2106.11189</a>
 */
public final class CutMix implements Technique {
  @Override
  public String id() {
    return "cutmix";
  }

  @Override
  public Slot slot() {
    return Slot.MIXING;
  }

  @Override
  public String summary() {
    return "Replaces a part of each row by that of another, and mixes labels by area.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Yun et al.",
        "CutMix: Regularization Strategy to Train Strong Classifiers with Localizable Features",
        2019,
        "https://arxiv.org/abs/1905.04899");
  }

  @Override
  public boolean appliesTo(Task task) {
    return Kinds.isOfNumbers(task);
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of(
        Parameter.of("alpha", FloatDistribution.log(0.1, 2), 1),
        Parameter.of("probability", FloatDistribution.of(0.1, 1), 0.5));
  }

  @Override
  public Recipe apply(Recipe recipe, ParameterValues values) {
    double alpha = values.number("alpha");
    double probability = values.number("probability");
    return recipe.withFeed(
        feed ->
            feed.withBatches(
                (batch, run) ->
                    run.random().nextDouble() < probability ? cut(batch, run, alpha) : batch));
  }

  private static Batch cut(Batch batch, Run run, double alpha) {
    Partners partners = Partners.of(batch, run.random());
    INDArray features = batch.features();
    long[] row = Arrays.copyOfRange(features.shape(), 1, features.rank());
    Patch patch = Patch.of(row, 1 - Noise.beta(run.random(), alpha), run.random());
    INDArray shares =
        Nd4j.valueArrayOf(
            new long[] {batch.size(), 1}, 1 - patch.share(), batch.labels().dataType());
    return partners.mixed(patch.replace(features, partners.features()), shares);
  }
}
