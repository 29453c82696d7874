package org.hone.plugins.sampling;

import java.util.random.RandomGenerator;
import org.hone.api.recipe.Recipe;
import org.hone.api.technique.Citation;
import org.hone.api.technique.Slot;
import org.hone.api.technique.Technique;
import org.hone.api.training.Goal;
import org.hone.api.training.Task;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;

/**
 * Class-balanced batches: an epoch has as many rows as ever, but takes the classes in turn; a class
 * that has no more rows begins again, in another order.
 *
 * @see <a href="https://arxiv.org/abs/1512.05830">Shen, Lin and Huang, ECCV 2016, section 3.4</a>
 */
public final class ClassBalanced implements Technique {
  @Override
  public String id() {
    return "class-balanced";
  }

  @Override
  public Slot slot() {
    return Slot.SAMPLING;
  }

  @Override
  public String summary() {
    return "Takes rows of all classes equally often.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Shen, Lin and Huang",
        "Relay Backpropagation for Effective Learning of Deep Convolutional Neural Networks",
        2016,
        "https://arxiv.org/abs/1512.05830");
  }

  @Override
  public boolean appliesTo(Task task) {
    return task.goal() == Goal.CLASSIFICATION;
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.empty();
  }

  @Override
  public Recipe apply(Recipe recipe, ParameterValues values) {
    return recipe.withFeed(
        feed -> feed.withOrder((labels, now, random) -> inTurn(RowsByClass.of(labels), random)));
  }

  private static int[] inTurn(RowsByClass rows, RandomGenerator random) {
    int[] order = new int[rows.count()];
    int classes = rows.classes();
    int[][] drawn = new int[classes][];
    int[] next = new int[classes];
    for (int i = 0; i < order.length; i++) {
      int which = i % classes;
      if (drawn[which] == null || next[which] == drawn[which].length) {
        drawn[which] = rows.shuffled(which, random);
        next[which] = 0;
      }
      order[i] = drawn[which][next[which]++];
    }
    return order;
  }
}
