package org.hone.engine.kernel;

/**
 * Hyperbolic tangent and logistic function without calls, so that the JVM makes vector code of
 * loops over them: tanh x = x p(x^2) / q(x^2) for |x| up to 9, where it is 1 to the precision of a
 * float. Both polynomials are of degree 4 and were fitted to the smallest relative error, 2e-8;
 * with the rounding of floats 4e-7 remains. NaN gives NaN.
 */
final class Sigmoids {
  private static final float LARGEST = 9;

  private static final float P0 = 0.9999999794453305f;
  private static final float P1 = 0.13381019043039313f;
  private static final float P2 = 0.0034955803195935928f;
  private static final float P3 = 2.0608954428620497e-05f;
  private static final float P4 = 1.335448465151161e-08f;

  private static final float Q1 = 0.46714334631886556f;
  private static final float Q2 = 0.0258769524331283f;
  private static final float Q3 = 0.000328562208060061f;
  private static final float Q4 = 7.776485883836356e-07f;

  private Sigmoids() {}

  /** x_i = tanh(x_i + b_i). */
  static void tanh(float[] x, float[] b, int n) {
    for (int i = 0; i < n; i++) {
      float v = Math.max(-LARGEST, Math.min(LARGEST, x[i] + b[i]));
      float s = v * v;
      float p = v * (P0 + s * (P1 + s * (P2 + s * (P3 + s * P4))));
      float q = 1 + s * (Q1 + s * (Q2 + s * (Q3 + s * Q4)));
      x[i] = Math.max(-1, Math.min(1, p / q));
    }
  }

  /** x_i = 1 / (1 + exp(-x_i - b_i)) = (1 + tanh((x_i + b_i) / 2)) / 2. */
  static void logistic(float[] x, float[] b, int n) {
    for (int i = 0; i < n; i++) {
      float v = Math.max(-LARGEST, Math.min(LARGEST, 0.5f * (x[i] + b[i])));
      float s = v * v;
      float p = v * (P0 + s * (P1 + s * (P2 + s * (P3 + s * P4))));
      float q = 1 + s * (Q1 + s * (Q2 + s * (Q3 + s * Q4)));
      x[i] = 0.5f + 0.5f * Math.max(-1, Math.min(1, p / q));
    }
  }
}
