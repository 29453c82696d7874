package org.hone.engine.network;

import org.hone.api.recipe.RowLoss;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * Another loss at the end of a network that computes with halves. Sums over a batch, and logarithms
 * of small probabilities, are beyond a half: all of the loss is in single precision, and what flows
 * back from it is rounded.
 *
 * @see <a href="https://arxiv.org/abs/1710.03740">Micikevicius et al., ICLR 2018, section 3.3</a>
 */
record SinglePrecisionLoss(ILossFunction loss) implements RowLoss {
  private static INDArray wide(INDArray array) {
    return array.castTo(DataType.FLOAT);
  }

  private static @Nullable INDArray wideMask(@Nullable INDArray mask) {
    return mask == null ? null : wide(mask);
  }

  @Override
  public double computeScore(
      INDArray labels,
      INDArray preOutput,
      IActivation activation,
      @Nullable INDArray mask,
      boolean average) {
    return loss.computeScore(wide(labels), wide(preOutput), activation, wideMask(mask), average);
  }

  @Override
  public INDArray computeScoreArray(
      INDArray labels, INDArray preOutput, IActivation activation, @Nullable INDArray mask) {
    return loss.computeScoreArray(wide(labels), wide(preOutput), activation, wideMask(mask));
  }

  @Override
  public INDArray computeGradient(
      INDArray labels, INDArray preOutput, IActivation activation, @Nullable INDArray mask) {
    return loss.computeGradient(wide(labels), wide(preOutput), activation, wideMask(mask))
        .castTo(preOutput.dataType());
  }

  @Override
  public String name() {
    return loss.name();
  }
}
