package org.hone.engine.network;

import org.hone.api.recipe.Precision.Format;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Rounds single-precision numbers to the nearest of a narrower format, ties to even. What is too
 * large becomes infinite, what is too small zero; NaN stays NaN.
 */
public final class Rounding {
  private static final int FLOAT_DIGITS = 23;

  private final int dropped;
  private final float leastNormal;
  private final double leastStep;
  private final float largest;

  /** To this format. */
  public Rounding(Format format) {
    dropped = FLOAT_DIGITS - format.digits();
    leastNormal = Math.scalb(1f, format.leastExponent());
    leastStep = Math.scalb(1.0, format.leastExponent() - format.digits());
    largest = format.largest();
  }

  /** The nearest number of the format. */
  public float round(float x) {
    if (dropped == 0 || !Float.isFinite(x)) {
      return x;
    }
    if (Math.abs(x) < leastNormal) {
      return (float) (Math.rint(x / leastStep) * leastStep);
    }
    int bits = Float.floatToRawIntBits(x);
    int half = (1 << (dropped - 1)) - 1;
    int even = (bits >> dropped) & 1;
    // a carry out of the digits raises the exponent, as it should
    float rounded = Float.intBitsToFloat((bits + half + even) >> dropped << dropped);
    return Math.abs(rounded) > largest ? Math.copySign(Float.POSITIVE_INFINITY, x) : rounded;
  }

  /** A rounded copy. */
  public INDArray round(INDArray array) {
    float[] values = array.dup('c').data().asFloat();
    for (int i = 0; i < values.length; i++) {
      values[i] = round(values[i]);
    }
    return Nd4j.create(values, array.shape(), 'c');
  }
}
