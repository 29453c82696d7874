package org.hone.agent.fake;

import java.util.List;
import org.hone.api.recipe.Recipe;
import org.hone.api.recipe.Run;
import org.hone.api.recipe.WeightRule;

/**
 * What a fake technique leaves in a recipe, for the fake engine to find: it changes the score.
 *
 * @param technique who left it
 * @param amount added to the score; NaN makes the training diverge
 */
public record Gain(String technique, double amount) implements WeightRule.Factory {

  /** All gains of a recipe, in the order in which they were applied. */
  static List<Gain> in(Recipe recipe) {
    return recipe.weights().stream().filter(Gain.class::isInstance).map(Gain.class::cast).toList();
  }

  @Override
  public WeightRule open(Run run) {
    throw new UnsupportedOperationException("only the fake engine trains with this");
  }
}
