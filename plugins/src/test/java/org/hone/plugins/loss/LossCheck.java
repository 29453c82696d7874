package org.hone.plugins.loss;

import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/** A loss of class probabilities against numeric differences, in double precision. */
final class LossCheck {
  private static final double H = 1e-6;

  private LossCheck() {}

  /** Three rows that are hardly, half and well predicted. */
  static INDArray outputs() {
    return Nd4j.createFromArray(new double[][] {{-2, 1, 0.5}, {0.1, 0.2, -0.1}, {0.3, -1, 3}});
  }

  /** One-hot but for the second row. */
  static INDArray labels() {
    return Nd4j.createFromArray(new double[][] {{1, 0, 0}, {0.5, 0.5, 0}, {0, 0, 1}});
  }

  static INDArray scores(ILossFunction loss) {
    return loss.computeScoreArray(labels(), outputs(), new ActivationSoftmax(), null);
  }

  /** The largest difference between the gradient and its numeric estimate. */
  static double gradientError(ILossFunction loss) {
    INDArray gradient = loss.computeGradient(labels(), outputs(), new ActivationSoftmax(), null);
    double worst = 0;
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        double numeric = (sum(loss, row, column, H) - sum(loss, row, column, -H)) / (2 * H);
        worst = Math.max(worst, Math.abs(numeric - gradient.getDouble(row, column)));
      }
    }
    return worst;
  }

  private static double sum(ILossFunction loss, int row, int column, double change) {
    INDArray moved = outputs();
    moved.putScalar(row, column, moved.getDouble(row, column) + change);
    return loss.computeScore(labels(), moved, new ActivationSoftmax(), null, false);
  }
}
