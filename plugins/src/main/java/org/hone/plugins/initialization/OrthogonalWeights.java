package org.hone.plugins.initialization;

import org.deeplearning4j.nn.weights.IWeightInit;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Draws a matrix whose shorter side is orthogonal, of vectors as long as the gain. */
record OrthogonalWeights(double gain) implements IWeightInit {

  @Override
  public INDArray init(
      double inputs, double outputs, long[] shape, char order, INDArray parameters) {
    INDArray weights = parameters.reshape(order, shape);
    int rows = Math.toIntExact(shape[0]);
    int columns = Math.toIntExact(parameters.length() / rows);
    double[][] lines =
        Nd4j.randn(DataType.DOUBLE, Math.min(rows, columns), Math.max(rows, columns))
            .toDoubleMatrix();
    orthonormalize(lines);
    INDArray matrix = Nd4j.createFromArray(lines).muli(gain);
    INDArray oriented = rows <= columns ? matrix : matrix.transpose();
    weights.assign(oriented.dup('c').reshape('c', shape).castTo(weights.dataType()));
    return weights;
  }

  /**
   * Gram and Schmidt's way, in the modified form and twice, which is as exact as the numbers are
   * (Giraud et al. 2005).
   */
  private static void orthonormalize(double[][] lines) {
    for (int i = 0; i < lines.length; i++) {
      for (int pass = 0; pass < 2; pass++) {
        for (int j = 0; j < i; j++) {
          add(lines[i], -dot(lines[i], lines[j]), lines[j]);
        }
        scale(lines[i], 1 / Math.sqrt(dot(lines[i], lines[i])));
      }
    }
  }

  private static double dot(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }

  private static void add(double[] line, double factor, double[] other) {
    for (int i = 0; i < line.length; i++) {
      line[i] += factor * other[i];
    }
  }

  private static void scale(double[] line, double factor) {
    for (int i = 0; i < line.length; i++) {
      line[i] *= factor;
    }
  }
}
