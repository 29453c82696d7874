package org.hone.engine.network.keras;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.dropout.SpatialDropout;
import org.deeplearning4j.nn.conf.graph.rnn.LastTimeStepVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.shade.jackson.databind.JsonNode;

/** Layers that read step by step. */
final class Recurrent {
  /** Keras writes the gates as input, forget, cell, output; Deeplearning4j as these of them. */
  private static final int[] GATES = {2, 1, 3, 0};

  /** What both directions of a layer have to have in common. */
  private static final List<String> SHARED =
      List.of(
          "/class_name",
          "/config/units",
          "/config/activation",
          "/config/recurrent_activation",
          "/config/use_bias",
          "/config/dropout");

  private Recurrent() {}

  static Flow oneWay(KerasLayer layer, Flow input, Assembly to) {
    requirePlain(layer);
    layer.require("go_backwards", false);
    layer.requireAxes(input, 3);
    BaseRecurrentLayer steps = layer(layer, input);
    if (layer.flag("return_sequences", false)) {
      return to.add(layer.name(), steps, arrays(layer), input);
    }
    if (input.sameSteps()) {
      Flow all = to.add(layer.name(), steps, arrays(layer), input);
      LastTimeStepVertex last = new LastTimeStepVertex(to.input().node());
      return to.join(layer.name() + "-last", last, List.of(all));
    }
    return to.add(layer.name(), new LastTimeStep(steps), arrays(layer), input)
        .typed(InputType.feedForward(steps.getNOut()));
  }

  static Flow bothWays(KerasLayer layer, Flow input, Assembly to) {
    layer.requireAxes(input, 3);
    if (!input.sameSteps()) {
      throw layer.refused(
          "stands behind layers that change the number of steps; it is read before them");
    }
    KerasLayer forward = layer.inner(layer.arraysBelow("forward_"));
    KerasLayer backward = layer.inner(layer.arraysBelow("backward_"));
    requirePlain(forward);
    requireSame(layer, "layer", "backward_layer");
    BaseRecurrentLayer steps = layer(forward, input);
    Map<String, INDArray> both = new HashMap<>();
    arrays(forward).forEach((key, array) -> both.put("f" + key, array));
    arrays(backward).forEach((key, array) -> both.put("b" + key, array));
    boolean sequences = forward.flag("return_sequences", false);
    Bidirectional.Mode mode = mode(layer);
    Layer added = new Bidirectional(mode, sequences ? steps : new LastTimeStep(steps));
    long features = steps.getNOut() * (mode == Bidirectional.Mode.CONCAT ? 2 : 1);
    return to.add(layer.name(), added, both, input)
        .typed(
            sequences
                ? InputType.recurrent(features, input.steps())
                : InputType.feedForward(features));
  }

  private static Bidirectional.Mode mode(KerasLayer layer) {
    String mode = layer.text("merge_mode", "none");
    return switch (mode) {
      case "concat" -> Bidirectional.Mode.CONCAT;
      case "sum" -> Bidirectional.Mode.ADD;
      case "mul" -> Bidirectional.Mode.MUL;
      case "ave" -> Bidirectional.Mode.AVERAGE;
      default ->
          throw layer.refused("has merge_mode: %s; read are concat, sum, mul, ave".formatted(mode));
    };
  }

  /** Keras can be given another layer for the way back. */
  private static void requireSame(KerasLayer layer, String one, String other) {
    JsonNode back = layer.config().path(other);
    for (String key : back.isObject() ? SHARED : List.<String>of()) {
      JsonNode there = layer.config().path(one).at(key);
      if (!back.at(key).equals(there)) {
        throw layer.refused(
            "reads backwards by another layer (%s, %s for %s); read is the same both ways"
                .formatted(key.substring(key.lastIndexOf('/') + 1), back.at(key), there));
      }
    }
  }

  private static void requirePlain(KerasLayer layer) {
    layer.require("stateful", false);
    layer.require("return_state", false);
    layer.require("time_major", false);
  }

  private static BaseRecurrentLayer layer(KerasLayer layer, Flow input) {
    IActivation activation = Activations.named(layer, "activation", 3);
    int units = layer.number("units");
    BaseRecurrentLayer made =
        switch (layer.kind()) {
          case "LSTM" ->
              new LSTM.Builder()
                  .nOut(units)
                  .activation(activation)
                  .gateActivationFunction(Activations.named(layer, "recurrent_activation", 3))
                  .weightInit(NewWeights.of(layer, "kernel_initializer"))
                  .build();
          case "SimpleRNN" ->
              new SimpleRnn.Builder()
                  .nOut(units)
                  .activation(activation)
                  .weightInit(NewWeights.of(layer, "kernel_initializer"))
                  .build();
          default ->
              throw layer.refused("reads both ways; only LSTM and SimpleRNN are read that do");
        };
    double dropout = layer.real("dropout", 0);
    if (input.dropped() > 0) {
      made.setIDropout(new SpatialDropout(1 - input.dropped()));
    } else if (dropout > 0) {
      made.setIDropout(new Dropout(1 - dropout));
    }
    return made;
  }

  private static Map<String, INDArray> arrays(KerasLayer layer) {
    INDArray kernel = layer.array("kernel");
    INDArray recurrent = layer.array("recurrent_kernel");
    INDArray bias =
        layer.flag("use_bias", true) ? layer.array("bias") : Nd4j.zeros(kernel.columns());
    INDArray row = bias.reshape(1, bias.length());
    return layer.kind().equals("LSTM")
        ? Map.of("W", gates(kernel), "RW", gates(recurrent), "b", gates(row))
        : Map.of("W", kernel, "RW", recurrent, "b", row);
  }

  private static INDArray gates(INDArray array) {
    int units = array.columns() / GATES.length;
    INDArray[] turned = new INDArray[GATES.length];
    for (int i = 0; i < GATES.length; i++) {
      int from = GATES[i] * units;
      turned[i] = array.get(NDArrayIndex.all(), NDArrayIndex.interval(from, from + units)).dup();
    }
    return Nd4j.concat(1, turned);
  }
}
