package org.hone.plugins.loss;

import org.hone.api.recipe.Recipe;
import org.hone.api.technique.Citation;
import org.hone.api.technique.Slot;
import org.hone.api.technique.Technique;
import org.hone.api.training.Task;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * Confidence penalty: the entropy of the prediction is subtracted from the loss, so that being too
 * sure costs.
 *
 * <pre>{@code L = L_0 - beta * H(p),  H(p) = -sum over k of p_k * log(p_k)}</pre>
 *
 * Name in the paper: {@code strength} = beta, 0.1 for images there.
 *
 * @see <a href="https://arxiv.org/abs/1701.06548">Pereyra et al. 2017, equation 4</a>
 */
public final class ConfidencePenalty implements Technique {
  @Override
  public String id() {
    return "confidence-penalty";
  }

  @Override
  public Slot slot() {
    return Slot.LOSS;
  }

  @Override
  public String summary() {
    return "Makes too sure predictions cost.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Pereyra et al.",
        "Regularizing Neural Networks by Penalizing Confident Output Distributions",
        2017,
        "https://arxiv.org/abs/1701.06548");
  }

  @Override
  public boolean appliesTo(Task task) {
    return SoftmaxOutput.of(task);
  }

  @Override
  public SearchSpace parameters(Task task) {
    return SearchSpace.of(Parameter.of("strength", FloatDistribution.log(0.01, 1), 0.1));
  }

  @Override
  public Recipe apply(Recipe recipe, ParameterValues values) {
    double beta = values.number("strength");
    return recipe.withNetwork(network -> network.mapLoss(loss -> new Loss(loss, beta)));
  }

  /** Another loss with the penalty. */
  record Loss(ILossFunction loss, double beta) implements ProbabilityLoss {
    @Override
    public INDArray scores(INDArray labels, INDArray probabilities, INDArray logs) {
      return probabilities.mul(logs).sum(true, 1).muli(beta);
    }

    @Override
    public INDArray pull(INDArray labels, INDArray probabilities, INDArray logs) {
      return logs.add(1).muli(probabilities).muli(beta);
    }

    @Override
    public INDArray computeScoreArray(
        INDArray labels, INDArray preOutput, IActivation activation, @Nullable INDArray mask) {
      INDArray penalty =
          ProbabilityLoss.super.computeScoreArray(labels, preOutput, activation, mask);
      INDArray own = loss.computeScoreArray(labels, preOutput, activation, mask);
      return own.add(penalty.reshape(own.shape()));
    }

    @Override
    public INDArray computeGradient(
        INDArray labels, INDArray preOutput, IActivation activation, @Nullable INDArray mask) {
      return loss.computeGradient(labels, preOutput, activation, mask)
          .add(ProbabilityLoss.super.computeGradient(labels, preOutput, activation, mask));
    }

    @Override
    public String name() {
      return "confidence-penalized(%s, %s)".formatted(loss.name(), beta);
    }
  }
}
