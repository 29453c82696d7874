package org.hone.plugins.loss;

import java.util.Set;
import org.hone.api.recipe.Recipe;
import org.hone.api.technique.Citation;
import org.hone.api.technique.Slot;
import org.hone.api.technique.Technique;
import org.hone.api.training.Task;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Focal loss: rows that are predicted well count less, so that the hard ones are learnt.
 *
 * <pre>{@code L = -sum over k of y_k * (1 - p_k)^gamma * log(p_k)}</pre>
 *
 * Name in the paper: {@code gamma}, 2 there.
 *
 * @see <a href="https://arxiv.org/abs/1708.02002">Lin et al., ICCV 2017, equation 4</a>
 */
public final class Focal implements Technique {
  @Override
  public String id() {
    return "focal";
  }

  @Override
  public Slot slot() {
    return Slot.LOSS;
  }

  @Override
  public String summary() {
    return "Lets rows that are predicted well count less.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Lin et al.",
        "Focal Loss for Dense Object Detection",
        2017,
        "https://arxiv.org/abs/1708.02002");
  }

  @Override
  public boolean appliesTo(Task task) {
    return SoftmaxOutput.of(task);
  }

  @Override
  public Set<String> conflictsWith() {
    return Set.of("confidence-penalty");
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of(Parameter.of("gamma", FloatDistribution.of(0.5, 5), 2));
  }

  @Override
  public Recipe apply(Recipe recipe, ParameterValues values) {
    double gamma = values.number("gamma");
    return recipe.withNetwork(network -> network.mapLoss(loss -> new Loss(gamma)));
  }

  /** In place of the cross-entropy. */
  record Loss(double gamma) implements ProbabilityLoss {
    @Override
    public INDArray scores(INDArray labels, INDArray probabilities, INDArray logs) {
      INDArray doubt = Transforms.pow(probabilities.rsub(1), gamma);
      return doubt.muli(logs).muli(labels).negi().sum(true, 1);
    }

    @Override
    public INDArray pull(INDArray labels, INDArray probabilities, INDArray logs) {
      INDArray rest = Transforms.max(probabilities.rsub(1), SMALLEST);
      INDArray doubt = Transforms.pow(rest, gamma);
      INDArray change = doubt.div(rest).muli(gamma).muli(probabilities).muli(logs);
      return change.subi(doubt).muli(labels);
    }

    @Override
    public String name() {
      return "focal(%s)".formatted(gamma);
    }
  }
}
