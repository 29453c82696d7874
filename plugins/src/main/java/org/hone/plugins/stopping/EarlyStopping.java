package org.hone.plugins.stopping;

import java.util.List;
import org.hone.api.recipe.Progress;
import org.hone.api.recipe.Progress.Evaluation;
import org.hone.api.recipe.Recipe;
import org.hone.api.recipe.StoppingRule;
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

/**
 * Early stopping: training ends when the validation loss has not fallen below its minimum for a
 * number of epochs, and the weights of the minimum are the result. An epoch whose loss is NaN
 * counts as no improvement.
 *
 * <p>Names in the paper: the rule is UP_s with s = {@code patience}, asked against the minimum.
 * What falls by no more than {@code min-delta}, 0 there, is no improvement either; without {@code
 * restore-best} the last weights are the result.
 *
 * @see <a href="https://doi.org/10.1007/978-3-642-35289-8_5">Prechelt, Early Stopping - But When?,
 *     1998</a>
 */
public final class EarlyStopping implements Technique {
  @Override
  public String id() {
    return "early-stopping";
  }

  @Override
  public Slot slot() {
    return Slot.STOPPING;
  }

  @Override
  public String summary() {
    return "Ends training when the validation loss no longer falls, and goes back to its minimum.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Prechelt",
        "Early Stopping - But When?",
        1998,
        "https://doi.org/10.1007/978-3-642-35289-8_5");
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of(
        Parameter.of("patience", IntDistribution.log(2, 30), 5),
        Parameter.of("min-delta", FloatDistribution.of(0, 0.1), 0),
        Parameter.of("restore-best", CategoricalDistribution.flag(), true));
  }

  @Override
  public Recipe apply(Recipe recipe, ParameterValues values) {
    return recipe.withStopping(
        new NoImprovement(
            values.integer("patience"), values.number("min-delta"), values.flag("restore-best")));
  }

  /**
   * Stops when the best epoch lies too far back.
   *
   * @param patience epochs
   * @param minDelta by how much a loss must lie below the minimum to count as another
   */
  record NoImprovement(int patience, double minDelta, boolean restoresBest)
      implements StoppingRule {
    @Override
    public boolean shouldStop(Progress now) {
      return now.evaluations().size() - bestEpoch(now.evaluations()) >= patience;
    }

    /** From 1; 0 if no loss was a number. */
    private int bestEpoch(List<Evaluation> evaluations) {
      int best = 0;
      double smallest = Double.POSITIVE_INFINITY;
      for (int i = 0; i < evaluations.size(); i++) {
        if (evaluations.get(i).loss() < smallest - minDelta) {
          smallest = evaluations.get(i).loss();
          best = i + 1;
        }
      }
      return best;
    }
  }
}
