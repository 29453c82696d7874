package org.hone.plugins.loss;

import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * Another loss on smoothed labels. Used while training only, so it is never saved with a model.
 *
 * @param epsilon in [0, 1)
 */
record SmoothedLabelsLoss(ILossFunction loss, double epsilon) implements ILossFunction {

  /**
   * @param labels [rows, classes], one-hot or soft
   */
  private INDArray smooth(INDArray labels) {
    return labels.mul(1 - epsilon).addi(epsilon / labels.size(1));
  }

  @Override
  public double computeScore(
      INDArray labels, INDArray preOutput, IActivation activation, INDArray mask, boolean average) {
    return loss.computeScore(smooth(labels), preOutput, activation, mask, average);
  }

  @Override
  public INDArray computeScoreArray(
      INDArray labels, INDArray preOutput, IActivation activation, INDArray mask) {
    return loss.computeScoreArray(smooth(labels), preOutput, activation, mask);
  }

  @Override
  public INDArray computeGradient(
      INDArray labels, INDArray preOutput, IActivation activation, INDArray mask) {
    return loss.computeGradient(smooth(labels), preOutput, activation, mask);
  }

  @Override
  public Pair<Double, INDArray> computeGradientAndScore(
      INDArray labels, INDArray preOutput, IActivation activation, INDArray mask, boolean average) {
    return loss.computeGradientAndScore(smooth(labels), preOutput, activation, mask, average);
  }

  @Override
  public String name() {
    return "smoothed(%s, %s)".formatted(loss.name(), epsilon);
  }
}
