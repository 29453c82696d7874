package org.hone.plugins;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The sum of a vector and a multiple of another, in place: to make the multiple an array of its own
 * takes several times as long.
 */
public final class ScaledAddition {
  private ScaledAddition() {}

  /**
   * {@code y = y + a x}.
   *
   * @param y [n], changed
   * @param x [n], of the same type
   */
  public static void add(INDArray y, double a, INDArray x) {
    Nd4j.getBlasWrapper().level1().axpy(y.length(), a, x, y);
  }
}
