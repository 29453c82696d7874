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

/**
 * Swap noise: some cells are replaced by the same column's cell of another row of the batch, so
 * that each column keeps its distribution.
 *
 * <pre>{@code x_ij = m_ij * x_kj + (1 - m_ij) * x_ij,  m_ij ~ Bernoulli(p), k another row}</pre>
 *
 * Name: {@code probability} = p. The pretext corruption of the paper, here without its pretext
 * task.
 *
 * @see <a
 *     href="https://proceedings.neurips.cc/paper/2020/hash/7d97667a3e056acab9aaf653807b4a03-Abstract.html">Yoon
 *     et al., VIME, NeurIPS 2020, equation 3</a>
 */
public final class SwapNoise implements Technique {
  @Override
  public String id() {
    return "swap-noise";
  }

  @Override
  public Slot slot() {
    return Slot.AUGMENTATION;
  }

  @Override
  public String summary() {
    return "Swaps some cells of a table with those of other rows.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Yoon et al.",
        "VIME: Extending the Success of Self- and Semi-supervised Learning to Tabular Domain",
        2020,
        "https://proceedings.neurips.cc/paper/2020/hash/7d97667a3e056acab9aaf653807b4a03-Abstract.html");
  }

  @Override
  public boolean appliesTo(Task task) {
    return Kinds.isOfTable(task);
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of(Parameter.of("probability", FloatDistribution.log(0.01, 0.5), 0.1));
  }

  @Override
  public Recipe apply(Recipe recipe, ParameterValues values) {
    double p = values.number("probability");
    return recipe.withFeed(feed -> feed.withBatches((batch, run) -> swap(batch, run, p)));
  }

  private static Batch swap(Batch batch, Run run, double p) {
    INDArray others = Partners.of(batch, run.random()).features();
    INDArray chosen = Noise.bernoulli(run.random(), p, batch.features().shape());
    INDArray change = others.subi(batch.features()).muli(chosen);
    return batch.withFeatures(batch.features().add(change));
  }
}
