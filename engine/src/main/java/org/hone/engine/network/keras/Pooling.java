package org.hone.engine.network.keras;

import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.Subsampling1DLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.deeplearning4j.nn.conf.layers.convolutional.Cropping2D;

/** Pooling, and what else changes the size of an image without weights. */
final class Pooling {
  private static final String FORMAT = "data_format";
  private static final String LAST = "channels_last";

  private Pooling() {}

  static Translation.Single steps(PoolingType type) {
    return (layer, input, to) -> {
      layer.require(FORMAT, LAST);
      layer.requireAxes(input, 3);
      Subsampling1DLayer pooling =
          new Subsampling1DLayer.Builder(type, layer.sizes("pool_size", 1)[0])
              .stride(strides(layer, 1)[0])
              .convolutionMode(Convolutions.mode(layer, false))
              .avgPoolIncludePadInDivisor(false)
              .build();
      pooling.setPoolingType(type); // its builder forgets it
      return to.add(layer.name(), pooling, input).withOtherSteps();
    };
  }

  static Translation.Single places(PoolingType type) {
    return (layer, input, to) -> {
      layer.require(FORMAT, LAST);
      layer.requireAxes(input, 4);
      SubsamplingLayer pooling =
          new SubsamplingLayer.Builder(type)
              .kernelSize(layer.sizes("pool_size", 2))
              .stride(strides(layer, 2))
              .convolutionMode(Convolutions.mode(layer, false))
              .avgPoolIncludePadInDivisor(false)
              .build();
      return to.add(layer.name(), pooling, input);
    };
  }

  /** Windows stand side by side unless something else is written. */
  private static int[] strides(KerasLayer layer, int directions) {
    return layer.sizes(layer.config().hasNonNull("strides") ? "strides" : "pool_size", directions);
  }

  static Translation.Single global(PoolingType type, int axes) {
    return (layer, input, to) -> {
      layer.require(FORMAT, LAST);
      layer.require("keepdims", false);
      layer.requireAxes(input, axes);
      return to.add(layer.name(), new GlobalPoolingLayer(type), input)
          .typed(InputType.feedForward(input.features()));
    };
  }

  static Flow zeroPadding(KerasLayer layer, Flow input, Assembly to) {
    layer.require(FORMAT, LAST);
    layer.requireAxes(input, 4);
    return to.add(
        layer.name(), new ZeroPaddingLayer.Builder(borders(layer, "padding")).build(), input);
  }

  static Flow cropping(KerasLayer layer, Flow input, Assembly to) {
    layer.require(FORMAT, LAST);
    layer.requireAxes(input, 4);
    return to.add(layer.name(), new Cropping2D.Builder(borders(layer, "cropping")).build(), input);
  }

  /** Top, bottom, left, right. */
  private static int[] borders(KerasLayer layer, String key) {
    return IntStream.range(0, 4)
        .map(i -> layer.config().path(key).path(i / 2).path(i % 2).asInt())
        .toArray();
  }

  static Flow upsampling(KerasLayer layer, Flow input, Assembly to) {
    layer.require(FORMAT, LAST);
    layer.require("interpolation", "nearest");
    layer.requireAxes(input, 4);
    Upsampling2D upsampling = new Upsampling2D.Builder().size(layer.sizes("size", 2)).build();
    return to.add(layer.name(), upsampling, input);
  }
}
