package org.hone.plugins.optimizer;

import org.hone.api.recipe.Recipe;
import org.hone.api.technique.Slot;
import org.hone.api.technique.Technique;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.nd4j.linalg.learning.config.IUpdater;

/** What turns a gradient into a step; each has a learning rate of its own. */
abstract class Optimizer implements Technique {
  static final String LEARNING_RATE = "learning-rate";

  @Override
  public final Slot slot() {
    return Slot.OPTIMIZER;
  }

  /** The learning rate, searched on a log scale. */
  static Parameter learningRate(double low, double high, double preferred) {
    return Parameter.of(LEARNING_RATE, FloatDistribution.log(low, high), preferred);
  }

  /** The optimizer with its strengths. */
  abstract IUpdater updater(ParameterValues values);

  @Override
  public Recipe apply(Recipe recipe, ParameterValues values) {
    return recipe.withUpdate(update -> update.withUpdater(updater(values)));
  }
}
