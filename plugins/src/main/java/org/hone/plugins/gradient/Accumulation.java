package org.hone.plugins.gradient;

import org.hone.api.recipe.Recipe;
import org.hone.api.technique.Citation;
import org.hone.api.technique.Slot;
import org.hone.api.technique.Technique;
import org.hone.api.training.Task;
import org.hone.plugins.MicroBatches;
import org.hone.search.space.IntDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;

/**
 * Gradient accumulation: a batch is split into k micro-batches, whose gradients are averaged before
 * the one update. Equal to the whole batch but for rounding, and for batch norm, which sees
 * micro-batches; for where a whole batch does not fit into memory.
 *
 * <pre>{@code g = sum over i of n_i / n * g_i}</pre>
 *
 * @see <a href="https://arxiv.org/abs/1811.06965">Huang et al., NeurIPS 2019, GPipe, section 2</a>
 */
public final class Accumulation implements Technique {
  @Override
  public String id() {
    return "accumulation";
  }

  @Override
  public Slot slot() {
    return Slot.GRADIENT;
  }

  @Override
  public String summary() {
    return "Splits each batch into smaller ones and adds up their gradients before the update.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Huang et al.",
        "GPipe: Efficient Training of Giant Neural Networks using Pipeline Parallelism",
        2019,
        "https://arxiv.org/abs/1811.06965");
  }

  @Override
  public boolean isOnRequest() {
    return true;
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of(Parameter.of("micro-batches", IntDistribution.of(2, 8), 2));
  }

  @Override
  public Recipe apply(Recipe recipe, ParameterValues values) {
    int k = values.integer("micro-batches");
    return recipe.withUpdate(
        update -> update.withStage(new MicroBatches(rows -> Math.min(k, rows))));
  }
}
