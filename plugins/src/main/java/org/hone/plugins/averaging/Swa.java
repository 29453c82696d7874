package org.hone.plugins.averaging;

import java.util.Optional;
import org.hone.api.recipe.Progress;
import org.hone.api.recipe.Recipe;
import org.hone.api.recipe.Run;
import org.hone.api.recipe.WeightRule;
import org.hone.api.technique.Citation;
import org.hone.api.technique.Slot;
import org.hone.api.technique.Technique;
import org.hone.api.training.Task;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Stochastic weight averaging: from some time on the weights at the end of each epoch are averaged,
 * and the average is evaluated and kept.
 *
 * <pre>{@code w_swa = (w_swa * n + w) / (n + 1)}</pre>
 *
 * Name: {@code start}, the share of the budget after which averaging begins; 0.75 in the paper.
 *
 * @see <a href="https://arxiv.org/abs/1803.05407">Izmailov et al., UAI 2018, Algorithm 1, with a
 *     cycle of one epoch</a>
 */
public final class Swa implements Technique {
  @Override
  public String id() {
    return "swa";
  }

  @Override
  public Slot slot() {
    return Slot.AVERAGING;
  }

  @Override
  public String summary() {
    return "Averages the weights of the last epochs.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Izmailov et al.",
        "Averaging Weights Leads to Wider Optima and Better Generalization",
        2018,
        "https://arxiv.org/abs/1803.05407");
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of(Parameter.of("start", FloatDistribution.of(0.25, 0.95), 0.75));
  }

  @Override
  public Recipe apply(Recipe recipe, ParameterValues values) {
    double start = values.number("start");
    return recipe.withWeights(run -> new Average(run, start));
  }

  private record Average(Run run, double start) implements WeightRule {
    private INDArray average() {
      return run.state("swa.average", run.weights().length());
    }

    private INDArray count() {
      return run.state("swa.count", 1);
    }

    @Override
    public void afterUpdate() {
      Progress now = run.progress();
      boolean endOfEpoch = now.stepOfEpoch() == now.stepsPerEpoch();
      if (endOfEpoch && now.fraction() > start) {
        double n = count().getDouble(0);
        average().muli(n / (n + 1)).addi(run.weights().div(n + 1));
        count().addi(1);
      }
    }

    @Override
    public Optional<INDArray> evaluationWeights() {
      return count().getDouble(0) == 0 ? Optional.empty() : Optional.of(average());
    }
  }
}
