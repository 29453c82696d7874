package org.hone.engine.kernel;

/**
 * Sizes of an LSTM and of what it reads.
 *
 * @param rows sequences
 * @param inputs features of a step
 * @param keeps whether all steps are kept, for the way back
 */
record LstmShape(int rows, int inputs, int units, int steps, boolean keeps) {
  /** Elements of a step's output. */
  int cells() {
    return rows * units;
  }

  /** Columns of the stacked weights: cell input, forget gate, output gate, input gate. */
  int sums() {
    return 4 * units;
  }

  /** Rows of the stacked weights: those for the input above those for the output before. */
  int operands() {
    return inputs + units;
  }

  /** Bytes that a pass over these needs. */
  long bytes() {
    long perStep = (long) rows * (operands() + sums() + 6L * units);
    return Float.BYTES * ((keeps ? steps : 1) * perStep + 3L * operands() * sums());
  }
}
