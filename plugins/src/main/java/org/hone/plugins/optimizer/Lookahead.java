package org.hone.plugins.optimizer;

import java.util.Optional;
import org.hone.api.recipe.Recipe;
import org.hone.api.recipe.Run;
import org.hone.api.recipe.WeightRule;
import org.hone.api.technique.Citation;
import org.hone.api.technique.Slot;
import org.hone.api.technique.Technique;
import org.hone.api.training.Task;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.IntDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Lookahead: every k steps the slow weights take a part of the way to the fast ones, which start
 * from there again.
 *
 * <pre>{@code phi = phi + alpha * (theta - phi);  theta = phi}</pre>
 *
 * Names in the paper: {@code step} = alpha, {@code steps} = k; 0.5 and 5 there. The slow weights
 * are evaluated and kept.
 *
 * @see <a href="https://arxiv.org/abs/1907.08610">Zhang et al., NeurIPS 2019, Algorithm 1</a>
 */
public final class Lookahead implements Technique {
  @Override
  public String id() {
    return "lookahead";
  }

  @Override
  public Slot slot() {
    return Slot.OPTIMIZER_WRAPPER;
  }

  @Override
  public String summary() {
    return "Lets the optimizer explore for some steps, then goes a part of that way.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Zhang et al.",
        "Lookahead Optimizer: k Steps Forward, 1 Step Back",
        2019,
        "https://arxiv.org/abs/1907.08610");
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of(
        Parameter.of("step", FloatDistribution.of(0.5, 0.8), 0.5),
        Parameter.of("steps", IntDistribution.of(5, 10), 5));
  }

  @Override
  public Recipe apply(Recipe recipe, ParameterValues values) {
    double alpha = values.number("step");
    int k = values.integer("steps");
    return recipe.withWeights(run -> SlowWeights.open(run, alpha, k));
  }

  private record SlowWeights(Run run, double alpha, int k) implements WeightRule {
    static SlowWeights open(Run run, double alpha, int k) {
      SlowWeights rule = new SlowWeights(run, alpha, k);
      rule.slow().assign(run.weights());
      return rule;
    }

    private INDArray slow() {
      return run.state("lookahead.slow", run.weights().length());
    }

    @Override
    public void afterUpdate() {
      if (run.progress().step() % k == 0) {
        INDArray slow = slow();
        slow.addi(run.weights().sub(slow).muli(alpha));
        run.weights().assign(slow);
      }
    }

    @Override
    public Optional<INDArray> evaluationWeights() {
      return Optional.of(slow());
    }
  }
}
