package org.hone.engine.kernel;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hone.engine.kernel.Product.Matrix;

/**
 * An LSTM over sequences of one shape, with the memory for it. A step is one product of matrices,
 * of input and former output, side by side, with the weights for them, one above the other; and a
 * few loops for the gates of all units and rows. The way back is two products: for the weights'
 * gradient, and for the error of the former output. Matrices lie column by column, rows of the
 * batch within.
 */
final class LstmSequence {
  private final LstmShape shape;
  private final int cells;
  private final Product step;
  private final NativeFloats operands;
  private final NativeFloats weights;
  private final NativeFloats sums;
  private final NativeFloats deltas;
  private final NativeFloats gradient;
  private final NativeFloats error;
  private final Gates[] gates;
  private final float[][] biases;
  private final float[][] errors;
  private final float[][] errorSums;
  private final float[] zeros;
  private final float[] output;
  private final float[] outputError;
  private final float[] cellError;
  private final float[] inputBlock;
  private final float[] stacked;

  LstmSequence(LstmShape shape) {
    this.shape = shape;
    cells = shape.cells();
    int kept = shape.keeps() ? shape.steps() : 1;
    step = new Product(shape.rows(), shape.sums(), shape.operands());
    operands = NativeFloats.allocate(kept * shape.rows() * shape.operands());
    weights = NativeFloats.allocate(shape.operands() * shape.sums());
    sums = NativeFloats.allocate(shape.rows() * shape.sums());
    deltas = NativeFloats.allocate(shape.keeps() ? kept * shape.rows() * shape.sums() : 1);
    gradient = NativeFloats.allocate(shape.operands() * shape.sums());
    error = NativeFloats.allocate(cells);
    gates = IntStream.range(0, kept).mapToObj(i -> Gates.ofLength(cells)).toArray(Gates[]::new);
    biases = new float[4][cells];
    errors = new float[4][cells];
    errorSums = new float[4][cells];
    zeros = new float[cells];
    output = new float[cells];
    outputError = new float[cells];
    cellError = new float[cells];
    inputBlock = new float[shape.rows() * shape.inputs()];
    stacked = new float[shape.operands() * shape.sums()];
  }

  /** Where the errors of the gates' sums are, for who asks whether they change. */
  long deltasAddress() {
    return deltas.address();
  }

  /** Computes all steps' outputs, [steps][units][rows]. */
  void forward(StepReader input, LstmWeights given, NativeFloats outputs) {
    stack(given);
    tile(given);
    input.begin();
    Arrays.fill(output, 0);
    float[] before = zeros;
    for (int time = 0; time < shape.steps(); time++) {
      int place = place(time);
      input.read(time, inputBlock);
      operands.put(place, inputBlock, inputBlock.length);
      operands.put(place + inputBlock.length, output, cells);
      step.of(operand(time), matrix(weights, 0, shape.operands()), matrix(sums, 0, shape.rows()));
      Gates at = gates[kept(time)];
      open(at);
      LstmLoops.cell(at.i(), at.f(), at.g(), before, at.c(), at.t());
      Sigmoids.tanh(at.t(), zeros, cells);
      LstmLoops.output(at.o(), at.t(), output);
      outputs.put(time * cells, output, cells);
      before = at.c();
    }
  }

  private int kept(int time) {
    return shape.keeps() ? time : 0;
  }

  private int place(int time) {
    return kept(time) * shape.rows() * shape.operands();
  }

  private Matrix operand(int time) {
    return matrix(operands, place(time), shape.rows());
  }

  private Matrix delta(int time) {
    return matrix(deltas, time * shape.rows() * shape.sums(), shape.rows());
  }

  private static Matrix matrix(NativeFloats memory, int position, int columnDistance) {
    return new Matrix(memory.at(position), columnDistance);
  }

  private void stack(LstmWeights given) {
    given.readInto(stacked, shape.inputs(), shape.units());
    weights.put(0, stacked, stacked.length);
  }

  private void tile(LstmWeights given) {
    float[] bias = given.bias(shape.sums());
    for (int gate = 0; gate < 4; gate++) {
      for (int unit = 0; unit < shape.units(); unit++) {
        int from = unit * shape.rows();
        Arrays.fill(biases[gate], from, from + shape.rows(), bias[gate * shape.units() + unit]);
      }
    }
  }

  private void open(Gates at) {
    sums.get(0, at.i(), cells);
    sums.get(cells, at.f(), cells);
    sums.get(2 * cells, at.o(), cells);
    sums.get(3 * cells, at.g(), cells);
    Sigmoids.tanh(at.i(), biases[0], cells);
    Sigmoids.logistic(at.f(), biases[1], cells);
    Sigmoids.logistic(at.o(), biases[2], cells);
    Sigmoids.logistic(at.g(), biases[3], cells);
  }

  /**
   * Computes the gradient of the weights from the error of the outputs, and keeps what {@link
   * #inputError} needs. Follows a {@link #forward}.
   */
  void backward(StepReader outputErrors, LstmWeights gradients) {
    outputErrors.begin();
    Arrays.fill(cellError, 0);
    Arrays.stream(errorSums).forEach(sum -> Arrays.fill(sum, 0));
    Product toWeights = new Product(shape.operands(), shape.sums(), shape.rows());
    Product toOutput = new Product(shape.rows(), shape.units(), shape.sums());
    for (int time = shape.steps() - 1; time >= 0; time--) {
      outputErrors.read(time, outputError);
      boolean last = time == shape.steps() - 1;
      if (!last) {
        error.get(0, output, cells);
        LstmLoops.add(output, outputError);
      }
      close(time);
      toWeights.ofFirstTransposed(
          operand(time), delta(time), !last, matrix(gradient, 0, shape.operands()));
      if (time > 0) {
        toOutput.ofSecondTransposed(
            delta(time),
            matrix(weights, shape.inputs(), shape.operands()),
            matrix(error, 0, shape.rows()));
      }
    }
    gradient.get(0, stacked, stacked.length);
    gradients.write(stacked, biasGradient(), shape.inputs(), shape.units());
  }

  /** From the output's error to those of the gates' sums and of the former cell. */
  private void close(int time) {
    Gates at = gates[time];
    float[] before = time == 0 ? zeros : gates[time - 1].c();
    LstmLoops.backOutput(outputError, at.o(), at.t(), errors[2], cellError);
    LstmLoops.backInput(cellError, at.i(), at.g(), errors[0], errors[3]);
    LstmLoops.backForget(cellError, before, at.f(), errors[1]);
    for (int gate = 0; gate < 4; gate++) {
      LstmLoops.add(errors[gate], errorSums[gate]);
      deltas.put((4 * time + gate) * cells, errors[gate], cells);
    }
  }

  private float[] biasGradient() {
    float[] bias = new float[shape.sums()];
    for (int i = 0; i < bias.length; i++) {
      float[] sum = errorSums[i / shape.units()];
      int from = i % shape.units() * shape.rows();
      for (int row = 0; row < shape.rows(); row++) {
        bias[i] += sum[from + row];
      }
    }
    return bias;
  }

  /** The error of the inputs, [steps][inputs][rows]. Follows a {@link #backward}. */
  void inputError(NativeFloats inputErrors) {
    Product toInput = new Product(shape.rows(), shape.inputs(), shape.sums());
    for (int time = 0; time < shape.steps(); time++) {
      toInput.ofSecondTransposed(
          delta(time),
          matrix(weights, 0, shape.operands()),
          matrix(inputErrors, time * shape.rows() * shape.inputs(), shape.rows()));
    }
  }
}
