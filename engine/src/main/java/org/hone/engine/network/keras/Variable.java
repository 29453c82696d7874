package org.hone.engine.network.keras;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One of the weights of a layer, as Keras 3 makes it.
 *
 * @param sizes of its axes, {@link #ANY} where the layer's input decides
 */
record Variable(String name, List<Integer> sizes) {
  /** A size that the settings of the layer do not tell. */
  static final int ANY = -1;

  Variable {
    sizes = List.copyOf(sizes);
  }

  private Variable(String name, Integer... sizes) {
    this(name, List.of(sizes));
  }

  /**
   * The weights of a layer without other layers in it, in the order in which Keras 3 makes and
   * numbers them; none for kinds that have none or are not read.
   *
   * @see <a href="https://github.com/keras-team/keras/tree/v3.15.1/keras/src/layers">{@code build}
   *     of each layer of Keras</a>
   */
  static List<Variable> of(KerasLayer layer) {
    return switch (layer.kind()) {
      case "Dense" -> {
        int units = layer.number("units");
        yield withBias(layer, units, new Variable("kernel", ANY, units));
      }
      case "Embedding" ->
          List.of(
              new Variable("embeddings", layer.number("input_dim"), layer.number("output_dim")));
      case "BatchNormalization" -> ofNorm(layer);
      case "Conv1D" -> ofConvolution(layer, 1);
      case "Conv2D" -> ofConvolution(layer, 2);
      case "DepthwiseConv2D" -> withBias(layer, ANY, perChannel(layer, "kernel"));
      case "SeparableConv2D" -> {
        int filters = layer.number("filters");
        Variable point = new Variable("pointwise_kernel", 1, 1, ANY, filters);
        yield withBias(layer, filters, perChannel(layer, "depthwise_kernel"), point);
      }
      case "LSTM" -> ofSteps(layer, 4);
      case "SimpleRNN" -> ofSteps(layer, 1);
      default -> List.of();
    };
  }

  private static List<Variable> withBias(KerasLayer layer, int outputs, Variable... kernels) {
    Stream<Variable> bias =
        layer.flag("use_bias", true) ? Stream.of(new Variable("bias", outputs)) : Stream.empty();
    return Stream.concat(Arrays.stream(kernels), bias).toList();
  }

  private static List<Variable> ofNorm(KerasLayer layer) {
    return Stream.of("gamma", "beta", "moving_mean", "moving_variance")
        .filter(name -> !name.equals("gamma") || layer.flag("scale", true))
        .filter(name -> !name.equals("beta") || layer.flag("center", true))
        .map(name -> new Variable(name, ANY))
        .toList();
  }

  private static List<Variable> ofConvolution(KerasLayer layer, int axes) {
    int filters = layer.number("filters");
    Stream<Integer> sizes =
        Stream.concat(
            IntStream.of(layer.sizes("kernel_size", axes)).boxed(), Stream.of(ANY, filters));
    return withBias(layer, filters, new Variable("kernel", sizes.toList()));
  }

  private static Variable perChannel(KerasLayer layer, String name) {
    int[] places = layer.sizes("kernel_size", 2);
    return new Variable(name, places[0], places[1], ANY, layer.number("depth_multiplier"));
  }

  private static List<Variable> ofSteps(KerasLayer layer, int gates) {
    int units = layer.number("units");
    return withBias(
        layer,
        gates * units,
        new Variable("kernel", ANY, gates * units),
        new Variable("recurrent_kernel", units, gates * units));
  }

  /** Whether an array of this shape may be it. */
  boolean fits(long... shape) {
    return shape.length == sizes.size()
        && IntStream.range(0, shape.length)
            .allMatch(i -> sizes.get(i) == ANY || sizes.get(i) == shape[i]);
  }

  @Override
  public String toString() {
    return sizes.stream()
        .map(size -> size == ANY ? "?" : size.toString())
        .collect(Collectors.joining(", ", name + " of shape [", "]"));
  }
}
