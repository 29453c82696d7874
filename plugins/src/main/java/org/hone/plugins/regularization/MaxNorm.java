package org.hone.plugins.regularization;

import org.hone.api.recipe.ParameterView;
import org.hone.api.recipe.Recipe;
import org.hone.api.recipe.Run;
import org.hone.api.recipe.WeightRule;
import org.hone.api.technique.Citation;
import org.hone.api.technique.Slot;
import org.hone.api.technique.Technique;
import org.hone.api.training.Task;
import org.hone.plugins.Units;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Max-norm constraint: after each step the weights that lead into a unit are shortened to a length
 * of at most c.
 *
 * <pre>{@code if |w| > c: w = c / |w| * w}</pre>
 *
 * Name in the paper: {@code max-norm} = c, 3 to 4 there.
 *
 * @see <a href="https://jmlr.org/papers/v15/srivastava14a.html">Srivastava et al., JMLR 2014,
 *     section 5.1</a>
 */
public final class MaxNorm implements Technique {
  @Override
  public String id() {
    return "max-norm";
  }

  @Override
  public Slot slot() {
    return Slot.WEIGHT_CONSTRAINT;
  }

  @Override
  public String summary() {
    return "Keeps the weights that lead into each unit from growing beyond a length.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Srivastava et al.",
        "Dropout: A Simple Way to Prevent Neural Networks from Overfitting",
        2014,
        "https://jmlr.org/papers/v15/srivastava14a.html");
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of(Parameter.of("max-norm", FloatDistribution.log(0.5, 10), 3));
  }

  @Override
  public Recipe apply(Recipe recipe, ParameterValues values) {
    double limit = values.number("max-norm");
    return recipe.withWeights(run -> new Constraint(run, limit));
  }

  private record Constraint(Run run, double limit) implements WeightRule {
    @Override
    public void afterUpdate() {
      run.views().stream()
          .filter(view -> view.weight().rank() >= 2 && view.weight().size(0) > 1)
          .forEach(this::shorten);
    }

    private void shorten(ParameterView view) {
      INDArray norms = Transforms.max(Units.norms(view.weight()), limit, false);
      Units.scale(view.weight(), norms.rdivi(limit));
    }
  }
}
