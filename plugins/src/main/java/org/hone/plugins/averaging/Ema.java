package org.hone.plugins.averaging;

import java.util.Optional;
import org.hone.api.recipe.Recipe;
import org.hone.api.recipe.Run;
import org.hone.api.recipe.WeightRule;
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
 * Exponential moving average of the weights, used for evaluation and as the result. Early averages
 * are less inert, so that the first weights are soon forgotten.
 *
 * <pre>{@code average = d * average + (1 - d) * w,  d = min(decay, (1 + t) / (10 + t))}</pre>
 *
 * @see <a href="https://doi.org/10.1137/0330046">Polyak and Juditsky, SIAM J. Control Optim. 1992;
 *     the exponential form with growing decay is the one of TensorFlow's
 *     ExponentialMovingAverage</a>
 */
public final class Ema implements Technique {
  @Override
  public String id() {
    return "ema";
  }

  @Override
  public Slot slot() {
    return Slot.AVERAGING;
  }

  @Override
  public String summary() {
    return "Evaluates and keeps a moving average of the weights instead of the last ones.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Polyak and Juditsky",
        "Acceleration of Stochastic Approximation by Averaging",
        1992,
        "https://doi.org/10.1137/0330046");
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of(Parameter.of("decay", FloatDistribution.of(0.9, 0.9999), 0.99));
  }

  @Override
  public Recipe apply(Recipe recipe, ParameterValues values) {
    double decay = values.number("decay");
    return recipe.withWeights(run -> new MovingAverage(run, decay));
  }

  /** The average; empty until the first step. */
  private record MovingAverage(Run run, double decay) implements WeightRule {
    private INDArray average() {
      return run.state("ema.average", run.weights().length());
    }

    private INDArray steps() {
      return run.state("ema.steps", 1);
    }

    @Override
    public void afterUpdate() {
      double t = steps().getDouble(0);
      double d = t == 0 ? 0 : Math.min(decay, (1 + t) / (10 + t));
      ScaledAddition.add(average().muli(d), 1 - d, run.weights());
      steps().addi(1);
    }

    @Override
    public Optional<INDArray> evaluationWeights() {
      return steps().getDouble(0) == 0 ? Optional.empty() : Optional.of(average());
    }
  }
}
