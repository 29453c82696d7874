package org.hone.engine.kernel;

/**
 * The elementwise part of a step of an LSTM with forget gates and without peepholes, forward and
 * backward; names as in {@link Gates}.
 *
 * <pre>{@code c = f c' + g i,   h = o tanh(c) }</pre>
 *
 * @see <a href="https://doi.org/10.1162/089976600300015015">Gers, Schmidhuber, Cummins, Neural
 *     Computation 2000</a>
 */
final class LstmLoops {
  private LstmLoops() {}

  /** c and, for its tanh to be taken, t, from the cell before. */
  static void cell(float[] i, float[] f, float[] g, float[] before, float[] c, float[] t) {
    for (int k = 0; k < i.length; k++) {
      float next = f[k] * before[k] + g[k] * i[k];
      c[k] = next;
      t[k] = next;
    }
  }

  /** h = o t. */
  static void output(float[] o, float[] t, float[] h) {
    for (int k = 0; k < o.length; k++) {
      h[k] = o[k] * t[k];
    }
  }

  /** The output's error is that from the layer above and that from the next step. */
  static void add(float[] error, float[] to) {
    for (int k = 0; k < error.length; k++) {
      to[k] += error[k];
    }
  }

  /** Error of the output gate's sum, and what the cell's error gains: h = o t. */
  static void backOutput(float[] dh, float[] o, float[] t, float[] dO, float[] dC) {
    for (int k = 0; k < dh.length; k++) {
      dO[k] = dh[k] * t[k] * o[k] * (1 - o[k]);
      dC[k] += dh[k] * o[k] * (1 - t[k] * t[k]);
    }
  }

  /** Errors of the sums of the cell input and of its gate: the part g i of the cell. */
  static void backInput(float[] dC, float[] i, float[] g, float[] dI, float[] dG) {
    for (int k = 0; k < dC.length; k++) {
      dI[k] = dC[k] * g[k] * (1 - i[k] * i[k]);
      dG[k] = dC[k] * i[k] * g[k] * (1 - g[k]);
    }
  }

  /** Error of the forget gate's sum; the cell's error becomes that of the cell before. */
  static void backForget(float[] dC, float[] before, float[] f, float[] dF) {
    for (int k = 0; k < dC.length; k++) {
      dF[k] = dC[k] * before[k] * f[k] * (1 - f[k]);
      dC[k] = dC[k] * f[k];
    }
  }
}
