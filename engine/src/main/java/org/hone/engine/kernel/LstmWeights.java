package org.hone.engine.kernel;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Weights of an LSTM, or their gradient, as Deeplearning4j has them.
 *
 * @param input [inputs, 4 units], column by column
 * @param recurrent [units, 4 units], column by column
 * @param bias [1, 4 units]
 */
record LstmWeights(NativeFloats input, NativeFloats recurrent, NativeFloats bias) {

  static LstmWeights of(INDArray input, INDArray recurrent, INDArray bias) {
    return new LstmWeights(
        NativeFloats.of(input), NativeFloats.of(recurrent), NativeFloats.of(bias));
  }

  /** Stacks the weights for the input upon those for the output before, column by column. */
  void readInto(float[] stacked, int inputs, int units) {
    float[] upper = new float[inputs * 4 * units];
    float[] lower = new float[units * 4 * units];
    input.get(0, upper, upper.length);
    recurrent.get(0, lower, lower.length);
    for (int column = 0; column < 4 * units; column++) {
      int to = column * (inputs + units);
      System.arraycopy(upper, column * inputs, stacked, to, inputs);
      System.arraycopy(lower, column * units, stacked, to + inputs, units);
    }
  }

  /** The first of the biases. */
  float[] bias(int length) {
    float[] all = new float[length];
    bias.get(0, all, length);
    return all;
  }

  /** Takes the stack apart again. */
  void write(float[] stacked, float[] biases, int inputs, int units) {
    float[] upper = new float[inputs * 4 * units];
    float[] lower = new float[units * 4 * units];
    for (int column = 0; column < 4 * units; column++) {
      int from = column * (inputs + units);
      System.arraycopy(stacked, from, upper, column * inputs, inputs);
      System.arraycopy(stacked, from + inputs, lower, column * units, units);
    }
    input.put(0, upper, upper.length);
    recurrent.put(0, lower, lower.length);
    bias.put(0, biases, biases.length);
  }
}
