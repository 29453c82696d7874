package org.hone.plugins.normalization;

import java.util.Set;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.hone.api.recipe.Recipe;
import org.hone.api.technique.Citation;
import org.hone.plugins.MicroBatches;
import org.hone.search.space.IntDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;

/**
 * Ghost batch normalization: batch normalization over small virtual batches, whose noise helps
 * large batches to generalise. Each batch is split, each piece is normalised by its own mean and
 * variance, and the pieces' gradients are averaged by their rows.
 *
 * <pre>{@code
 * y = gamma * (x - mean_G) / sqrt(var_G + eps) + beta,  pieces G of about size rows
 * g = sum over G of |G| / |B| * g_G
 * }</pre>
 *
 * Names in the paper: {@code size} = |B_S|, 128 there for batches of 4096. Of the rows that are
 * left over no piece is made: all pieces are as equal as can be. The moving averages move once per
 * batch, by the mean of its pieces.
 *
 * @see <a href="https://arxiv.org/abs/1705.08741">Hoffer et al., NeurIPS 2017, Algorithm 1</a>
 */
public final class GhostBatchNormalization extends HiddenNormalization {
  @Override
  public String id() {
    return "ghost-batch-normalization";
  }

  @Override
  public String summary() {
    return "Batch normalization over small pieces of each batch.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Hoffer et al.",
        "Train Longer, Generalize Better: Closing the Generalization Gap in Large Batch Training of Neural Networks",
        2017,
        "https://arxiv.org/abs/1705.08741");
  }

  @Override
  SearchSpace strengths() {
    return SearchSpace.of(Parameter.of("size", IntDistribution.log(8, 256), 32))
        .plus(BatchNormalization.ofBatches());
  }

  @Override
  public Set<String> conflictsWith() {
    return Set.of("accumulation");
  }

  @Override
  Layer layer(ParameterValues values) {
    return BatchNormalization.overBatches(values);
  }

  @Override
  public Recipe apply(Recipe recipe, ParameterValues values) {
    int size = values.integer("size");
    return super.apply(recipe, values)
        .withUpdate(update -> update.withStage(new MicroBatches(rows -> pieces(rows, size))));
  }

  private static int pieces(int rows, int size) {
    return Math.max(1, Math.round((float) rows / size));
  }
}
