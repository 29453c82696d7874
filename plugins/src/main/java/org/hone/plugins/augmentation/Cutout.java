package org.hone.plugins.augmentation;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.hone.api.recipe.Batch;
import org.hone.api.recipe.Recipe;
import org.hone.api.technique.Citation;
import org.hone.api.technique.Slot;
import org.hone.api.technique.Technique;
import org.hone.api.training.Task;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Cutout: a part of each row is set to the mean of the training rows. The part is a square of an
 * image, a stretch of a sequence, or a random choice of a table's columns.
 *
 * <p>Names: {@code share} of the row that is cut; {@code probability} that a row is cut at all.
 *
 * @see <a href="https://arxiv.org/abs/1708.04552">DeVries and Taylor 2017; for tables Kadra et al.,
 *     NeurIPS 2021, arXiv 2106.11189</a>
 */
public final class Cutout implements Technique {
  @Override
  public String id() {
    return "cutout";
  }

  @Override
  public Slot slot() {
    return Slot.MIXING;
  }

  @Override
  public String summary() {
    return "Blanks a part of each row while training.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "DeVries and Taylor",
        "Improved Regularization of Convolutional Neural Networks with Cutout",
        2017,
        "https://arxiv.org/abs/1708.04552");
  }

  @Override
  public boolean appliesTo(Task task) {
    return Kinds.isOfNumbers(task);
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of(
        Parameter.of("share", FloatDistribution.of(0.05, 0.7), 0.25),
        Parameter.of("probability", FloatDistribution.of(0.1, 1), 1));
  }

  @Override
  public Recipe apply(Recipe recipe, ParameterValues values) {
    double share = values.number("share");
    double probability = values.number("probability");
    return recipe.withFeed(
        feed -> feed.withBatches((batch, run) -> cut(batch, run.random(), share, probability)));
  }

  private static Batch cut(Batch batch, RandomGenerator random, double share, double probability) {
    INDArray features = batch.features();
    long[] row = Arrays.copyOfRange(features.shape(), 1, features.rank());
    float[] kept = new float[Math.toIntExact(features.length())];
    Arrays.fill(kept, 1);
    for (int i = 0; i < batch.size(); i++) {
      if (random.nextDouble() < probability) {
        Patch.of(row, share, random).blank(kept, i);
      }
    }
    return batch.withFeatures(features.mul(Nd4j.create(kept, features.shape(), 'c')));
  }
}
