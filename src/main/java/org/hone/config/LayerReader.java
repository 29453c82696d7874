package org.hone.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.hone.api.recipe.LayerPlan;
import org.nd4j.linalg.activations.Activation;

/**
 * Reads one layer of {@code network.layers}: a section of one kind of layer and what goes with it.
 */
final class LayerReader {
  private static final ValueType<Integer> SIZE = ValueType.atLeast(1);
  private static final ValueType<Double> RATE =
      ValueType.real("0 or more and less than 1", rate -> rate >= 0 && rate < 1);
  private static final ValueType<LayerPlan.Pool> POOL =
      ValueType.oneOf(
          "a pooling",
          new TreeMap<>(Map.of("max", LayerPlan.Pool.MAX, "mean", LayerPlan.Pool.MEAN)));
  private static final ValueType<Boolean> TRUE = ValueType.oneOf("true", Map.of("true", true));
  private static final String ACTIVATION = "activation";

  private static final List<Form> FORMS =
      List.of(
          new Form("dense", List.of(ACTIVATION), LayerReader::dense),
          new Form("conv", List.of("kernel", "stride", ACTIVATION), LayerReader::convolution),
          new Form("pool", List.of("size", "stride"), LayerReader::pooling),
          new Form("global-pool", List.of(), LayerReader::globalPooling),
          new Form("batch-norm", List.of(), LayerReader::batchNorm),
          new Form("dropout", List.of(), LayerReader::dropout),
          new Form("lstm", List.of("bidirectional", ACTIVATION), LayerReader::lstm),
          new Form("embedding", List.of(), LayerReader::embedding));

  /**
   * A kind of layer.
   *
   * @param key that no other has
   * @param more keys that may stand beside it
   */
  private record Form(String key, List<String> more, Function<Section, LayerPlan> read) {}

  private LayerReader() {}

  static LayerPlan read(Node node) {
    List<String> kinds = FORMS.stream().map(Form::key).toList();
    List<String> keys = new ArrayList<>(kinds);
    FORMS.stream().flatMap(form -> form.more.stream()).distinct().forEach(keys::add);
    Section layer = node.asSection(keys);
    List<Form> given = FORMS.stream().filter(form -> layer.find(form.key).isPresent()).toList();
    if (given.size() != 1) {
      throw ConfigException.at(
          layer.origin(),
          "has %d kinds of layer; allowed: exactly one of %s"
              .formatted(given.size(), String.join(", ", kinds)));
    }
    Form form = given.get(0);
    List<String> allowed = new ArrayList<>(List.of(form.key));
    allowed.addAll(form.more);
    return form.read.apply(layer.asSection(allowed));
  }

  private static LayerPlan dense(Section layer) {
    return new LayerPlan.Dense(layer.require("dense", SIZE), activation(layer));
  }

  private static LayerPlan convolution(Section layer) {
    return new LayerPlan.Convolution(
        layer.require("conv", SIZE),
        layer.get("kernel", SIZE, 3),
        layer.get("stride", SIZE, 1),
        activation(layer));
  }

  private static LayerPlan pooling(Section layer) {
    int size = layer.get("size", SIZE, 2);
    return new LayerPlan.Pooling(
        layer.require("pool", POOL), size, layer.get("stride", SIZE, size));
  }

  private static LayerPlan globalPooling(Section layer) {
    return new LayerPlan.GlobalPooling(layer.require("global-pool", POOL));
  }

  private static LayerPlan batchNorm(Section layer) {
    layer.require("batch-norm", TRUE);
    return new LayerPlan.BatchNorm();
  }

  private static LayerPlan dropout(Section layer) {
    return new LayerPlan.Dropout(layer.require("dropout", RATE));
  }

  private static LayerPlan lstm(Section layer) {
    return new LayerPlan.Lstm(
        layer.require("lstm", SIZE),
        layer.get("bidirectional", NetworkReader.YES_OR_NO, false),
        activation(layer).orElse(Activation.TANH));
  }

  private static LayerPlan embedding(Section layer) {
    return new LayerPlan.Embedding(layer.require("embedding", SIZE));
  }

  private static Optional<Activation> activation(Section layer) {
    return layer.find(ACTIVATION, NetworkReader.ACTIVATION);
  }
}
