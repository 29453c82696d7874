package org.hone.plugins.loss;

import org.hone.api.recipe.RowLoss;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * A loss of class probabilities at the end of a softmax. Used while training only, so it is never
 * saved with a model.
 */
interface ProbabilityLoss extends RowLoss {
  /** Below this, logarithms are those of it. */
  double SMALLEST = 1e-10;

  /** The loss of each row, [rows, 1]. */
  INDArray scores(INDArray labels, INDArray probabilities, INDArray logs);

  /** Each probability times the derivative of the row's loss by it, [rows, classes]; new array. */
  INDArray pull(INDArray labels, INDArray probabilities, INDArray logs);

  /** Class probabilities, [rows, classes]. */
  static INDArray probabilities(INDArray preOutput, IActivation activation) {
    return activation.getActivation(preOutput.dup(), true);
  }

  /** Their logarithms. */
  static INDArray logs(INDArray probabilities) {
    return Transforms.log(Transforms.max(probabilities, SMALLEST));
  }

  @Override
  default INDArray computeScoreArray(
      INDArray labels, INDArray preOutput, IActivation activation, @Nullable INDArray mask) {
    INDArray probabilities = probabilities(preOutput, activation);
    return scores(labels, probabilities, logs(probabilities));
  }

  @Override
  default INDArray computeGradient(
      INDArray labels, INDArray preOutput, IActivation activation, @Nullable INDArray mask) {
    INDArray probabilities = probabilities(preOutput, activation);
    INDArray pull = pull(labels, probabilities, logs(probabilities));
    return SoftmaxOutput.gradient(probabilities, pull);
  }
}
