package org.hone.engine.kernel;

/**
 * The softmax function. Its exponential function is that of Cody and Waite, Software Manual for the
 * Elementary Functions, 1980, chapter 6: exp(x) = 2^n exp(r), where n is the whole number nearest
 * to x / ln 2 and |r| is at most ln 2 / 2; there the Taylor polynomial of degree 7 is right to
 * 6e-9, and with the rounding of floats 2e-7 remains. NaN gives NaN.
 */
final class Softmax {
  /** Below it the result is less than the least normal float, and taken for the one here. */
  private static final float LEAST = -87;

  private static final float LOG2_E = 1.4426950408889634f;

  /** The natural logarithm of 2 in two parts, the first so short that n times it is exact. */
  private static final float LN2_FIRST = 0.693359375f;

  private static final float LN2_REST = -2.1219444005469057e-4f;

  private static final int EXPONENT_BIAS = 127;
  private static final int MANTISSA_BITS = 23;

  private Softmax() {}

  /** Replaces the first n elements, rows of a length one behind another, by the rows' softmax. */
  static void ofEach(int length, float[] x, int n) {
    for (int start = 0; start < n; start += length) {
      of(x, start, start + length);
    }
  }

  private static void of(float[] x, int start, int end) {
    float largest = x[start];
    for (int i = start + 1; i < end; i++) {
      largest = Math.max(largest, x[i]);
    }
    float sum = 0;
    for (int i = start; i < end; i++) {
      x[i] = exp(x[i] - largest);
      sum += x[i];
    }
    for (int i = start; i < end; i++) {
      x[i] /= sum;
    }
  }

  /** exp(x) for x up to 0. */
  static float exp(float x) {
    float v = Math.max(LEAST, x);
    int n = (int) (v * LOG2_E - 0.5f);
    float r = v - n * LN2_FIRST - n * LN2_REST;
    float p =
        1
            + r
                * (1
                    + r
                        * (1 / 2f
                            + r
                                * (1 / 6f
                                    + r
                                        * (1 / 24f
                                            + r * (1 / 120f + r * (1 / 720f + r * (1 / 5040f)))))));
    return p * Float.intBitsToFloat((n + EXPONENT_BIAS) << MANTISSA_BITS);
  }
}
