package org.hone.engine.network.keras;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationELU;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU6;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;

/** Activations, as settings of layers and as layers. */
final class Activations {
  private static final Map<String, Activation> NAMES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("linear", Activation.IDENTITY),
              Map.entry("relu", Activation.RELU),
              Map.entry("relu6", Activation.RELU6),
              Map.entry("elu", Activation.ELU),
              Map.entry("selu", Activation.SELU),
              Map.entry("sigmoid", Activation.SIGMOID),
              Map.entry("tanh", Activation.TANH),
              Map.entry("softmax", Activation.SOFTMAX),
              Map.entry("softplus", Activation.SOFTPLUS),
              Map.entry("softsign", Activation.SOFTSIGN),
              Map.entry("swish", Activation.SWISH),
              Map.entry("silu", Activation.SWISH)));

  private Activations() {}

  /** Layers that are activations. */
  static Map<String, Translation.Single> translations() {
    return Map.of(
        "Activation",
        (layer, input, to) -> put(layer, named(layer, "activation", input.axes()), input, to),
        "ReLU",
        (layer, input, to) -> put(layer, rectifier(layer), input, to),
        "LeakyReLU",
        (layer, input, to) -> put(layer, leaky(layer), input, to),
        "ELU",
        (layer, input, to) -> put(layer, new ActivationELU(layer.real("alpha", 1)), input, to),
        "Softmax",
        (layer, input, to) -> {
          layer.requireAxes(input, 2);
          layer.require("axis", -1);
          return put(layer, new ActivationSoftmax(), input, to);
        });
  }

  /** Deeplearning4j's may write over what it reads, so it gets a copy where others read that. */
  private static Flow put(KerasLayer layer, IActivation activation, Flow input, Assembly to) {
    ActivationLayer added = new ActivationLayer.Builder().activation(activation).build();
    Flow own =
        input.isShared()
            ? to.join(layer.name() + "-copy", new ScaleVertex(1), List.of(input))
            : input;
    return to.add(layer.name(), added, own).ordered(input.order());
  }

  /**
   * The activation that a setting names.
   *
   * @param axes of what it is applied to; softmax needs features alone
   */
  static IActivation named(KerasLayer layer, String key, int axes) {
    String name = layer.text(key, "linear");
    // Keras 3 has another line than Keras 2 and Deeplearning4j
    if (name.equals("hard_sigmoid") && layer.version() == 2) {
      return Activation.HARDSIGMOID.getActivationFunction();
    }
    Activation found = NAMES.get(name);
    if (found == null) {
      throw layer.refused(
          "has %s: %s; read are %s".formatted(key, name, String.join(", ", NAMES.keySet())));
    }
    if (found == Activation.SOFTMAX && axes > 2) {
      throw layer.refused("has a softmax at each step or place, which is not read");
    }
    return found.getActivationFunction();
  }

  private static IActivation rectifier(KerasLayer layer) {
    layer.require("threshold", 0.0);
    double slope = layer.real("negative_slope", 0);
    double most = layer.real("max_value", Double.POSITIVE_INFINITY);
    if (slope == 0 && most == 6) {
      return new ActivationReLU6();
    }
    if (most < Double.POSITIVE_INFINITY) {
      throw layer.refused("has max_value: %s; read is 6, or none".formatted(most));
    }
    return slope == 0 ? new ActivationReLU() : new ActivationLReLU(slope);
  }

  private static IActivation leaky(KerasLayer layer) {
    double slope = layer.real("negative_slope", layer.real("alpha", 0.3));
    return slope == 1 ? new ActivationIdentity() : new ActivationLReLU(slope);
  }
}
