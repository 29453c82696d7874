package org.hone.plugins.architecture;

import org.hone.api.recipe.Recipe;
import org.hone.api.technique.Citation;
import org.hone.api.technique.Slot;
import org.hone.api.technique.Technique;
import org.hone.api.training.Task;
import org.hone.search.space.IntDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;

/**
 * The rows of each update: many make an epoch quick, few make it learn more. It is a matter of
 * speed first, so that a study searches it only if it says so.
 *
 * <pre>{@code w = w - eta / m * sum over m rows of g_i}</pre>
 *
 * Name in the paper: {@code rows} = m, of which it recommends 2 to 32.
 *
 * @see <a href="https://arxiv.org/abs/1804.07612">Masters and Luschi 2018</a>
 */
public final class BatchSize implements Technique {
  @Override
  public String id() {
    return "batch-size";
  }

  @Override
  public Slot slot() {
    return Slot.ARCHITECTURE;
  }

  @Override
  public String summary() {
    return "Trains on more or fewer rows in each update.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Masters and Luschi",
        "Revisiting Small Batch Training for Deep Neural Networks",
        2018,
        "https://arxiv.org/abs/1804.07612");
  }

  @Override
  public boolean isOnRequest() {
    return true;
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of(Parameter.of("rows", IntDistribution.log(8, 512), 32));
  }

  @Override
  public Recipe apply(Recipe recipe, ParameterValues values) {
    return recipe.withFeed(feed -> feed.withBatchSize(values.integer("rows")));
  }
}
