package org.hone.engine.network.keras;

import java.util.HashMap;
import java.util.Map;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.dropout.SpatialDropout;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
import org.deeplearning4j.nn.conf.layers.util.MaskLayer;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Convolutions over steps and places. Kernels are [places, inputs, outputs] in Keras, [outputs,
 * inputs, places] here.
 */
final class Convolutions {
  private static final String KERNEL = "kernel";
  private static final String INITIALIZER = "kernel_initializer";

  private Convolutions() {}

  /** Over steps; padding is made zeros before, as windows at the end reach into it. */
  static Flow steps(KerasLayer layer, Flow input, Assembly to) {
    requirePlain(layer);
    layer.requireAxes(input, 3);
    INDArray kernel = layer.array(KERNEL);
    int stride = layer.sizes("strides", 1)[0];
    Convolution1DLayer convolution =
        new Convolution1DLayer.Builder((int) kernel.size(0), stride)
            .dilation(layer.sizes("dilation_rate", 1)[0])
            .convolutionMode(mode(layer, true))
            .nOut(kernel.size(2))
            .activation(activation(layer, input))
            .hasBias(hasBias(layer))
            .weightInit(NewWeights.of(layer, INITIALIZER))
            .build();
    if (input.dropped() > 0) {
      convolution.setIDropout(new SpatialDropout(1 - input.dropped()));
    }
    Flow masked = to.add(layer.name() + "-mask", new MaskLayer(), input);
    Flow flow = to.add(layer.name(), convolution, withBias(layer, asStored(kernel)), masked);
    boolean sameSteps = stride == 1 && !layer.text("padding", "valid").equals("valid");
    return sameSteps ? flow : flow.withOtherSteps();
  }

  static Flow places(KerasLayer layer, Flow input, Assembly to) {
    requirePlain(layer);
    layer.requireAxes(input, 4);
    INDArray kernel = layer.array(KERNEL);
    ConvolutionLayer convolution =
        new ConvolutionLayer.Builder((int) kernel.size(0), (int) kernel.size(1))
            .stride(layer.sizes("strides", 2))
            .dilation(layer.sizes("dilation_rate", 2))
            .convolutionMode(mode(layer, false))
            .nOut(kernel.size(3))
            .activation(activation(layer, input))
            .hasBias(hasBias(layer))
            .weightInit(NewWeights.of(layer, INITIALIZER))
            .build();
    return to.add(layer.name(), convolution, withBias(layer, turned(kernel)), input);
  }

  /** A dense layer at each step or place. */
  static Flow pointwise(KerasLayer layer, Flow input, Assembly to) {
    INDArray kernel = layer.array(KERNEL);
    boolean steps = input.axes() == 3;
    ConvolutionLayer.BaseConvBuilder<?> convolution =
        steps ? new Convolution1DLayer.Builder(1, 1) : new ConvolutionLayer.Builder(1, 1);
    convolution
        .nOut(kernel.columns())
        .activation(activation(layer, input))
        .hasBias(hasBias(layer))
        .weightInit(NewWeights.of(layer, INITIALIZER));
    long inputs = kernel.rows();
    long outputs = kernel.columns();
    INDArray stored =
        steps
            ? asStored(kernel.dup('c').reshape('c', 1, inputs, outputs))
            : turned(kernel.dup('c').reshape('c', 1, 1, inputs, outputs));
    return to.add(layer.name(), convolution.build(), withBias(layer, stored), input);
  }

  static Flow depthwise(KerasLayer layer, Flow input, Assembly to) {
    requirePlain(layer);
    layer.requireAxes(input, 4);
    INDArray kernel =
        layer.hasArray("depthwise_kernel") ? layer.array("depthwise_kernel") : layer.array(KERNEL);
    DepthwiseConvolution2D convolution =
        new DepthwiseConvolution2D.Builder((int) kernel.size(0), (int) kernel.size(1))
            .depthMultiplier((int) kernel.size(3))
            .stride(layer.sizes("strides", 2))
            .dilation(layer.sizes("dilation_rate", 2))
            .convolutionMode(mode(layer, false))
            .nOut(kernel.size(2) * kernel.size(3))
            .activation(activation(layer, input))
            .hasBias(hasBias(layer))
            .weightInit(NewWeights.of(layer, "depthwise_initializer"))
            .build();
    return to.add(layer.name(), convolution, withBias(layer, kernel), input);
  }

  static Flow separable(KerasLayer layer, Flow input, Assembly to) {
    requirePlain(layer);
    layer.requireAxes(input, 4);
    INDArray depth = layer.array("depthwise_kernel");
    INDArray point = layer.array("pointwise_kernel");
    SeparableConvolution2D convolution =
        new SeparableConvolution2D.Builder((int) depth.size(0), (int) depth.size(1))
            .depthMultiplier((int) depth.size(3))
            .stride(layer.sizes("strides", 2))
            .dilation(layer.sizes("dilation_rate", 2))
            .convolutionMode(mode(layer, false))
            .nOut(point.size(3))
            .activation(activation(layer, input))
            .hasBias(hasBias(layer))
            .weightInit(NewWeights.of(layer, "depthwise_initializer"))
            .build();
    Map<String, INDArray> arrays = withBias(layer, turned(depth));
    arrays.put("pW", turned(point));
    return to.add(layer.name(), convolution, arrays, input);
  }

  private static void requirePlain(KerasLayer layer) {
    layer.require("groups", 1);
    layer.require("data_format", "channels_last");
  }

  /**
   * Over steps the numbers stand in Keras' order, [steps, inputs, outputs], though Deeplearning4j
   * says [outputs, inputs, steps, 1] of them: so its convolution reads them.
   */
  private static INDArray asStored(INDArray kernel) {
    return kernel.dup('c').reshape('c', kernel.size(2), kernel.size(1), kernel.size(0), 1);
  }

  private static INDArray turned(INDArray kernel) {
    return kernel.permute(3, 2, 0, 1).dup('c');
  }

  /** How the borders are padded. */
  static ConvolutionMode mode(KerasLayer layer, boolean steps) {
    String padding = layer.text("padding", "valid");
    return switch (padding) {
      case "valid" -> ConvolutionMode.Truncate;
      case "same" -> ConvolutionMode.Same;
      case "causal" -> {
        if (steps) {
          yield ConvolutionMode.Causal;
        }
        throw layer.refused("has padding: causal; read are valid and same");
      }
      default -> throw layer.refused("has padding: %s; read are valid and same".formatted(padding));
    };
  }

  private static boolean hasBias(KerasLayer layer) {
    return layer.flag("use_bias", true);
  }

  private static IActivation activation(KerasLayer layer, Flow input) {
    return Activations.named(layer, "activation", input.axes());
  }

  private static Map<String, INDArray> withBias(KerasLayer layer, INDArray kernel) {
    Map<String, INDArray> arrays = new HashMap<>(Map.of("W", kernel));
    if (hasBias(layer)) {
      INDArray bias = layer.array("bias");
      arrays.put("b", bias.reshape(1, bias.length()));
    }
    return arrays;
  }
}
