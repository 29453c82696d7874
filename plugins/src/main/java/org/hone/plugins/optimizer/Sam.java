package org.hone.plugins.optimizer;

import org.hone.api.recipe.GradientStage;
import org.hone.api.recipe.GradientStage.Position;
import org.hone.api.recipe.GradientStep;
import org.hone.api.recipe.Recipe;
import org.hone.api.recipe.Run;
import org.hone.api.technique.Citation;
import org.hone.api.technique.Slot;
import org.hone.api.technique.Technique;
import org.hone.api.training.Task;
import org.hone.plugins.ScaledAddition;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Sharpness-aware minimization: the gradient is taken where the loss is worst nearby, which leads
 * to flat minima. Costs a second pass.
 *
 * <pre>{@code
 * e = rho * g(w) / |g(w)|
 * g = g(w + e)
 * }</pre>
 *
 * Name in the paper: {@code rho}, 0.05 there.
 *
 * @see <a href="https://arxiv.org/abs/2010.01412">Foret et al., ICLR 2021, Algorithm 1</a>
 */
public final class Sam implements Technique {
  @Override
  public String id() {
    return "sam";
  }

  @Override
  public Slot slot() {
    return Slot.OPTIMIZER_WRAPPER;
  }

  @Override
  public String summary() {
    return "Takes the gradient at the worst place nearby, so that flat minima are found.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Foret et al.",
        "Sharpness-Aware Minimization for Efficiently Improving Generalization",
        2021,
        "https://arxiv.org/abs/2010.01412");
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of(Parameter.of("rho", FloatDistribution.log(0.005, 0.5), 0.05));
  }

  @Override
  public Recipe apply(Recipe recipe, ParameterValues values) {
    double rho = values.number("rho");
    return recipe.withUpdate(update -> update.withStage(new Stage(rho)));
  }

  private record Stage(double rho) implements GradientStage {
    @Override
    public Position position() {
      return Position.SHARPNESS;
    }

    @Override
    public GradientStep around(GradientStep inner, Run run) {
      return batch -> {
        GradientStep.Outcome outcome = inner.compute(batch);
        double norm = run.gradients().norm2Number().doubleValue();
        if (outcome == GradientStep.Outcome.SKIP || !(norm > 0) || Double.isInfinite(norm)) {
          return outcome;
        }
        INDArray own = run.state("sam.weights", run.weights().length()).assign(run.weights());
        ScaledAddition.add(run.weights(), rho / norm, run.gradients());
        GradientStep.Outcome worst = inner.compute(batch);
        run.weights().assign(own);
        return worst;
      };
    }
  }
}
