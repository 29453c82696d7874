package org.hone.engine.network.keras;

import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Layers whose weights go with features: dense, batch norm, embedding. */
final class DenseLayers {
  private static final String KERNEL = "kernel";
  private static final String BIAS = "bias";

  private DenseLayers() {}

  /** Over steps or places it is a convolution of width one. */
  static Flow dense(KerasLayer layer, Flow input, Assembly to) {
    if (input.axes() > 2) {
      return Convolutions.pointwise(layer, input, to);
    }
    INDArray kernel = layer.array(KERNEL);
    if (kernel.rows() != input.features()) {
      throw layer.refused(
          "has a kernel for %d inputs, but gets %d".formatted(kernel.rows(), input.features()));
    }
    IActivation activation = Activations.named(layer, "activation", input.axes());
    boolean bias = layer.flag("use_bias", true);
    DenseLayer dense =
        new DenseLayer.Builder()
            .nOut(kernel.columns())
            .activation(activation)
            .hasBias(bias)
            .weightInit(NewWeights.of(layer, "kernel_initializer"))
            .build();
    INDArray rows = input.order().isEmpty() ? kernel : kernel.getRows(places(input.order()));
    return to.add(
        layer.name(),
        dense,
        bias ? Map.of("W", rows, "b", row(layer.array(BIAS))) : Map.of("W", rows),
        input);
  }

  static Flow timeDistributed(KerasLayer layer, Flow input, Assembly to) {
    KerasLayer inner = layer.inner(layer.arrays());
    if (!inner.kind().equals("Dense")) {
      throw layer.refused("is around a %s; read is Dense".formatted(inner.kind()));
    }
    return dense(inner, input, to);
  }

  static Flow batchNorm(KerasLayer layer, Flow input, Assembly to) {
    int axis = layer.sizes("axis", 1)[0];
    if (axis != -1 && axis != input.axes() - 1) {
      throw layer.refused("has axis: %d; read is -1, that of the features".formatted(axis));
    }
    INDArray mean = ordered(layer.array("moving_mean"), input);
    boolean centers = layer.flag("center", true);
    boolean scales = layer.flag("scale", true);
    BatchNormalization norm =
        new BatchNormalization.Builder()
            .eps(layer.real("epsilon", 1e-3))
            .decay(layer.real("momentum", 0.99))
            .useLogStd(false)
            .build();
    Map<String, INDArray> arrays =
        Map.of(
            "gamma",
            scales ? ordered(layer.array("gamma"), input) : Nd4j.onesLike(mean),
            "beta",
            centers ? ordered(layer.array("beta"), input) : Nd4j.zerosLike(mean),
            "mean",
            mean,
            "var",
            ordered(layer.array("moving_variance"), input));
    return switch (input.axes()) {
      case 2 ->
          to.add(layer.name(), norm, arrays, Stepwise.rowByRow(layer.name(), input, to))
              .ordered(input.order());
      case 3 -> Stepwise.add(layer.name(), norm, arrays, input, to);
      default -> to.add(layer.name(), norm, arrays, input);
    };
  }

  /** Over the numbers of words, which only the network's input can be. */
  static Flow embedding(KerasLayer layer, Flow input, Assembly to) {
    if (!input.node().equals(to.input().node()) || input.axes() != 2) {
      throw layer.refused("does not stand first, behind the numbers of words");
    }
    INDArray words = layer.array("embeddings");
    int steps = to.tokens();
    EmbeddingSequenceLayer embedding =
        new EmbeddingSequenceLayer.Builder()
            .nIn(words.rows())
            .nOut(words.columns())
            .inputLength(Math.max(1, steps))
            .inferInputLength(steps < 1)
            .outputDataFormat(RNNFormat.NCW)
            .weightInit(WeightInit.XAVIER_UNIFORM)
            .build();
    return to.addSized(layer.name(), embedding, Map.of("W", words), input)
        .typed(InputType.recurrent(words.columns(), steps));
  }

  /** Such an array of a layer as a row, in the order of the features that come in. */
  private static INDArray ordered(INDArray array, Flow input) {
    INDArray row = row(array);
    return input.order().isEmpty() ? row : row.getColumns(places(input.order()));
  }

  private static INDArray row(INDArray array) {
    return array.reshape(1, array.length());
  }

  private static int[] places(List<Integer> order) {
    return order.stream().mapToInt(Integer::intValue).toArray();
  }
}
