package org.hone.plugins.compression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.hone.api.recipe.ParameterView;
import org.hone.api.recipe.Recipe;
import org.hone.api.recipe.Trainer;
import org.hone.api.recipe.WeightRule;
import org.hone.api.technique.Citation;
import org.hone.api.technique.Slot;
import org.hone.api.technique.Technique;
import org.hone.api.training.Task;
import org.hone.search.space.CategoricalDistribution;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.IntDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Magnitude pruning: after training, the smallest weights are set to zero in a few rounds, fewer in
 * each, and after each round the others train on.
 *
 * <pre>{@code s_t = s_f * (1 - (1 - t / n)^3),  t = 1..n}</pre>
 *
 * Names: {@code sparsity} = s_f, the share of weights that are zero in the end; {@code scope}, in
 * each layer alike as in the paper, or across layers; {@code epochs} of fine-tuning in each of n =
 * 4 rounds, at a tenth of the optimizer's learning rate (Han et al., NeurIPS 2015, arXiv
 * 1506.02626). Biases and normalization are left as they are.
 *
 * @see <a href="https://arxiv.org/abs/1710.01878">Zhu and Gupta 2017, equation 1</a>
 */
public final class Pruning implements Technique {
  /** Figure: the share of weights that are zero, without biases. */
  static final String SPARSITY = "hone.pruning.sparsity";

  /** Figure: the validation score before the first round. */
  static final String BEFORE = "hone.pruning.score.before";

  /** Figure: the validation score after the last. */
  static final String AFTER = "hone.pruning.score.after";

  private static final int ROUNDS = 4;
  private static final double FINE_TUNING_RATE = 0.1;
  private static final String LAYER = "layer";

  @Override
  public String id() {
    return "pruning";
  }

  @Override
  public Slot slot() {
    return Slot.COMPRESSION;
  }

  @Override
  public String summary() {
    return "Sets the smallest weights to zero after training, and trains the others on.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Zhu and Gupta",
        "To Prune, or Not to Prune: Exploring the Efficacy of Pruning for Model Compression",
        2017,
        "https://arxiv.org/abs/1710.01878");
  }

  @Override
  public Set<String> conflictsWith() {
    return Set.of("snapshot-ensemble");
  }

  /** A model becomes smaller by it, hardly ever better. */
  @Override
  public boolean isOnRequest() {
    return true;
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of(
        Parameter.of("sparsity", FloatDistribution.of(0.3, 0.95), 0.75),
        Parameter.of("scope", CategoricalDistribution.of(LAYER, "network"), LAYER),
        Parameter.of("epochs", IntDistribution.of(1, 5), 1));
  }

  @Override
  public Recipe apply(Recipe recipe, ParameterValues values) {
    double sparsity = values.number("sparsity");
    boolean byLayer = values.category("scope").equals(LAYER);
    int epochs = values.integer("epochs");
    return recipe.withFinish(
        trainer -> {
          trainer.record(BEFORE, trainer.score());
          for (int round = 1; round <= ROUNDS; round++) {
            double share = sparsity * (1 - Math.pow(1 - (double) round / ROUNDS, 3));
            Masks masks = Masks.of(Matrices.of(trainer.run()), share, byLayer);
            masks.afterUpdate();
            trainer.train(epochs, FINE_TUNING_RATE, masks);
          }
          recordOutcome(trainer);
        });
  }

  private static void recordOutcome(Trainer trainer) {
    double zeros = 0;
    double all = 0;
    for (ParameterView view : Matrices.of(trainer.run())) {
      zeros += view.weight().eq(0).castTo(view.weight().dataType()).sumNumber().doubleValue();
      all += view.weight().length();
    }
    trainer.record(SPARSITY, zeros / all);
    trainer.record(AFTER, trainer.score());
  }

  /**
   * Keeps pruned weights at zero.
   *
   * @param masks 1 where a weight lives and 0 where it is pruned, one for each array
   */
  private record Masks(List<ParameterView> views, List<INDArray> masks) implements WeightRule {

    static Masks of(List<ParameterView> views, double share, boolean byLayer) {
      float all = threshold(views, share);
      List<INDArray> masks = new ArrayList<>();
      for (ParameterView view : views) {
        float limit = byLayer ? threshold(List.of(view), share) : all;
        INDArray sizes = Transforms.abs(view.weight(), true);
        masks.add(sizes.gt(limit).castTo(sizes.dataType()));
      }
      return new Masks(views, masks);
    }

    /** The size that so large a share of the weights does not exceed; below all if it is none. */
    private static float threshold(List<ParameterView> views, double share) {
      int length = views.stream().mapToInt(view -> (int) view.weight().length()).sum();
      float[] sizes = new float[length];
      int from = 0;
      for (ParameterView view : views) {
        float[] part = Transforms.abs(view.weight(), true).dup('c').data().asFloat();
        System.arraycopy(part, 0, sizes, from, part.length);
        from += part.length;
      }
      Arrays.sort(sizes);
      int pruned = (int) Math.round(share * length);
      return pruned == 0 ? -1 : sizes[pruned - 1];
    }

    @Override
    public void afterUpdate() {
      for (int i = 0; i < masks.size(); i++) {
        views.get(i).weight().muli(masks.get(i));
      }
    }
  }
}
