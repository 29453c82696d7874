package org.hone.engine.network;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.hone.api.recipe.RowLoss;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * Another loss in which rows count by their weight. Deeplearning4j's masks do not serve: an output
 * layer multiplies its pre-activation by them. Used while training only, so it is never saved with
 * a model.
 *
 * @param weights of the rows of the current batch, [rows, 1]; empty for equal ones
 * @param sums is given the batch's loss, summed over rows, each time it is computed
 */
record RowWeightedLoss(
    ILossFunction loss, Supplier<Optional<INDArray>> weights, Consumer<INDArray> sums)
    implements RowLoss {

  @Override
  public double computeScore(
      INDArray labels,
      INDArray preOutput,
      IActivation activation,
      @Nullable INDArray mask,
      boolean average) {
    INDArray sum = computeScoreArray(labels, preOutput, activation, mask).sum();
    sums.accept(sum);
    return average ? sum.getDouble(0) / labels.size(0) : sum.getDouble(0);
  }

  @Override
  public INDArray computeScoreArray(
      INDArray labels, INDArray preOutput, IActivation activation, @Nullable INDArray mask) {
    INDArray scores = loss.computeScoreArray(labels, preOutput, activation, mask);
    return weights.get().map(column -> scores.mul(column.reshape(scores.shape()))).orElse(scores);
  }

  @Override
  public INDArray computeGradient(
      INDArray labels, INDArray preOutput, IActivation activation, @Nullable INDArray mask) {
    INDArray gradient = loss.computeGradient(labels, preOutput, activation, mask);
    return weights.get().map(gradient::muliColumnVector).orElse(gradient);
  }

  @Override
  public String name() {
    return loss.name();
  }
}
