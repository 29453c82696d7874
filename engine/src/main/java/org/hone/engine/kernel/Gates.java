package org.hone.engine.kernel;

/**
 * What an LSTM keeps of one step for the way back: i cell input (tanh), f forget gate, o output
 * gate, g input gate, c cell, t = tanh(c). Each is [units][rows], one array each, since the JVM
 * makes vector code only of loops whose arrays are all indexed alike.
 */
@SuppressWarnings("ArrayRecordComponent") // memory that is used again, and never compared
record Gates(float[] i, float[] f, float[] o, float[] g, float[] c, float[] t) {

  static Gates ofLength(int n) {
    return new Gates(
        new float[n], new float[n], new float[n], new float[n], new float[n], new float[n]);
  }
}
