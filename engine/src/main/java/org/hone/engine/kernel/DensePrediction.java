package org.hone.engine.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.hone.engine.kernel.Product.Matrix;
import org.hone.engine.replay.NativeCall;
import org.hone.engine.replay.Operand;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Product, bias and activation of a dense or output layer at inference. Bias and activation go over
 * pieces that stay in the processor's first cache.
 */
final class DensePrediction {
  private static final String WEIGHTS = DefaultParamInitializer.WEIGHT_KEY;
  private static final String BIAS = DefaultParamInitializer.BIAS_KEY;

  /** Elements of a piece. */
  private static final int PIECE = 2048;

  private final Product product;
  private final boolean inputByRows;
  private final boolean outputByRows;
  private final Ending ending;

  /** Rows or columns that lie together in a piece; at least one. */
  private final int atOnce;

  private final float[] sums;
  private final float[] biases;

  /** What is done to the sums. */
  private enum Ending {
    /** Only the bias is added. */
    BIAS,
    RECTIFIER,
    SOFTMAX;

    private static final IActivation OF_RECTIFIER = new ActivationReLU();
    private static final IActivation OF_SOFTMAX = new ActivationSoftmax();

    /**
     * The one that is the activation, or else only the bias: of a softmax all that belongs to a row
     * must lie together.
     */
    static Ending of(IActivation activation, boolean byRows) {
      if (activation.equals(OF_RECTIFIER)) {
        return RECTIFIER;
      }
      return byRows && activation.equals(OF_SOFTMAX) ? SOFTMAX : BIAS;
    }
  }

  /**
   * @param product of inputs and weights
   */
  private DensePrediction(
      Product product, boolean inputByRows, boolean outputByRows, Ending ending) {
    this.product = product;
    this.inputByRows = inputByRows;
    this.outputByRows = outputByRows;
    this.ending = ending;
    int length = outputByRows ? product.columns() : product.rows();
    int lines = outputByRows ? product.rows() : product.columns();
    atOnce = Math.min(lines, Math.max(1, PIECE / length));
    sums = new float[atOnce * length];
    biases = new float[sums.length];
  }

  private static boolean isPlain(INDArray input, INDArray weights) {
    return input.rank() == 2
        && input.size(1) == weights.size(0)
        && input.dataType() == DataType.FLOAT
        && NativeFloats.canHold(
            Math.max(input.size(0) * weights.size(1), Math.max(input.length(), weights.length())))
        && (isByRows(input) || isByColumns(input))
        && isByColumns(weights);
  }

  private static boolean isByRows(INDArray matrix) {
    return matrix.stride(1) == 1 && matrix.stride(0) == matrix.size(1);
  }

  private static boolean isByColumns(INDArray matrix) {
    return matrix.stride(0) == 1 && matrix.stride(1) == matrix.size(0);
  }

  /**
   * The activations of a layer.
   *
   * @param order of memory in which they are to lie
   * @return [rows, units]; empty if the layer is not plain
   */
  static Optional<INDArray> activations(
      INDArray input,
      Map<String, INDArray> parameters,
      IActivation activation,
      char order,
      LayerWorkspaceMgr workspaces) {
    INDArray weights = parameters.get(WEIGHTS);
    INDArray bias = parameters.get(BIAS);
    if (weights == null || bias == null || parameters.size() > 2 || !isPlain(input, weights)) {
      return Optional.empty();
    }
    INDArray outputs =
        workspaces.createUninitialized(
            ArrayType.ACTIVATIONS,
            DataType.FLOAT,
            new long[] {input.size(0), weights.size(1)},
            order);
    Ending ending = Ending.of(activation, order == 'c');
    fill(input, weights, bias, outputs, ending);
    return Optional.of(ending == Ending.BIAS ? activation.getActivation(outputs, false) : outputs);
  }

  private static void fill(
      INDArray input, INDArray weights, INDArray bias, INDArray outputs, Ending ending) {
    DensePrediction prediction =
        new DensePrediction(
            new Product((int) input.size(0), (int) weights.size(1), (int) weights.size(0)),
            isByRows(input),
            outputs.ordering() == 'c',
            ending);
    NativeFloats from = NativeFloats.of(input);
    NativeFloats matrix = NativeFloats.of(weights);
    NativeFloats shift = NativeFloats.of(bias);
    NativeFloats to = NativeFloats.of(outputs);
    KernelCall.make(
        NativeCall.opaque(
            () -> prediction.compute(from, matrix, shift, to),
            List.of(Operand.of(input)),
            List.of(Operand.of(outputs))),
        List.of(input, outputs));
  }

  private void compute(
      NativeFloats inputs, NativeFloats weights, NativeFloats bias, NativeFloats outputs) {
    Matrix input = new Matrix(inputs.at(0), inputByRows ? product.inner() : product.rows());
    Matrix weight = new Matrix(weights.at(0), product.inner());
    if (outputByRows) {
      // the same memory, read as the transposed matrix
      Product transposed = product.transposed();
      Matrix output = new Matrix(outputs.at(0), product.columns());
      if (inputByRows) {
        transposed.ofFirstTransposed(weight, input, false, output);
      } else {
        transposed.ofBothTransposed(weight, input, output);
      }
    } else {
      Matrix output = new Matrix(outputs.at(0), product.rows());
      if (inputByRows) {
        product.ofFirstTransposed(input, weight, false, output);
      } else {
        product.of(input, weight, output);
      }
    }
    shift(bias.all(), outputs);
  }

  private void shift(float[] bias, NativeFloats outputs) {
    int total = product.rows() * product.columns();
    for (int from = 0; from < total; from += sums.length) {
      int count = Math.min(sums.length, total - from);
      tile(bias, from, count);
      outputs.get(from, sums, count);
      switch (ending) {
        case BIAS -> add(sums, biases, count);
        case RECTIFIER -> rectify(sums, biases, count);
        case SOFTMAX -> {
          add(sums, biases, count);
          Softmax.ofEach(product.columns(), sums, count);
        }
      }
      outputs.put(from, sums, count);
    }
  }

  private void tile(float[] bias, int from, int count) {
    if (!outputByRows) {
      int rows = product.rows();
      for (int i = 0; i < count; i += rows) {
        Arrays.fill(biases, i, i + rows, bias[(from + i) / rows]);
      }
      return;
    }
    for (int i = 0; i < count; i += bias.length) {
      System.arraycopy(bias, 0, biases, i, bias.length);
    }
  }

  private static void rectify(float[] sums, float[] biases, int n) {
    for (int i = 0; i < n; i++) {
      sums[i] = Math.max(0f, sums[i] + biases[i]);
    }
  }

  private static void add(float[] sums, float[] biases, int n) {
    for (int i = 0; i < n; i++) {
      sums[i] += biases[i];
    }
  }
}
