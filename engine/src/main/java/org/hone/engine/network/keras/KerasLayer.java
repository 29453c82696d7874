package org.hone.engine.network.keras;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.databind.JsonNode;

/**
 * One layer as Keras describes it.
 *
 * @param kind Keras' name of its class
 * @param arrays by their place, such as {@code lstm/lstm_cell/kernel}
 * @param version of Keras, 2 or 3
 */
record KerasLayer(
    String name, String kind, JsonNode config, Map<String, INDArray> arrays, int version) {

  KerasLayer withArrays(Map<String, INDArray> its) {
    return new KerasLayer(name, kind, config, its, version);
  }

  /** The one array of such a name. */
  INDArray array(String key) {
    List<INDArray> found =
        arrays.entrySet().stream()
            .filter(entry -> ("/" + entry.getKey()).endsWith("/" + key))
            .map(Map.Entry::getValue)
            .toList();
    if (found.size() != 1) {
      throw refused("has %d arrays '%s' in the file, but 1 is needed".formatted(found.size(), key));
    }
    return found.get(0);
  }

  boolean hasArray(String key) {
    return arrays.keySet().stream().anyMatch(place -> ("/" + place).endsWith("/" + key));
  }

  /** The arrays of one direction of a layer that reads both ways. */
  Map<String, INDArray> arraysBelow(String prefix) {
    Map<String, INDArray> below = new LinkedHashMap<>();
    arrays.forEach(
        (place, array) -> {
          if (("/" + place).contains("/" + prefix)) {
            below.put(place, array);
          }
        });
    return below;
  }

  /** The layer that another, such as a bidirectional one, is wrapped around. */
  KerasLayer inner(Map<String, INDArray> its) {
    JsonNode layer = config.path("layer");
    return new KerasLayer(
        name, layer.path("class_name").asText(), layer.path("config"), its, version);
  }

  /** Fails if the weights are quantized, or in a precision that HDF5 has no numbers for. */
  void requireFloats() {
    JsonNode type = config.path("dtype");
    if (type.path("class_name").asText().startsWith("Quantized")) {
      throw refused(
          "is quantized (%s), which is not read".formatted(type.at("/config/mode").asText()));
    }
    if (type.asText().equals("bfloat16") || type.at("/config/name").asText().equals("bfloat16")) {
      throw refused("has dtype: bfloat16; read are float32, float64 and float16");
    }
  }

  boolean flag(String key, boolean otherwise) {
    return config.path(key).asBoolean(otherwise);
  }

  int number(String key) {
    if (!config.path(key).isNumber()) {
      throw refused("has %s: %s, but a number is needed".formatted(key, config.path(key)));
    }
    return config.path(key).asInt();
  }

  double real(String key, double otherwise) {
    return config.path(key).asDouble(otherwise);
  }

  String text(String key, String otherwise) {
    JsonNode value = config.path(key);
    return value.isMissingNode() || value.isNull() ? otherwise : value.asText();
  }

  /** One number for all directions, or one each. */
  int[] sizes(String key, int directions) {
    JsonNode value = config.path(key);
    return IntStream.range(0, directions)
        .map(i -> value.isArray() ? value.path(i).asInt() : value.asInt(1))
        .toArray();
  }

  /** Fails unless a setting has this value, which is also Keras' own if none is written. */
  void require(String key, Object needed) {
    JsonNode value = config.path(key);
    boolean unset = value.isMissingNode() || value.isNull();
    if (!unset && !value.asText().equals(String.valueOf(needed))) {
      throw refused("has %s: %s; read is %s".formatted(key, value.asText(), needed));
    }
  }

  /** Fails unless the input has so many axes, those of rows included. */
  void requireAxes(Flow input, int axes) {
    if (input.axes() != axes) {
      throw refused(
          "gets %d axes (with that of rows), but %d are needed".formatted(input.axes(), axes));
    }
  }

  IllegalArgumentException refused(String problem) {
    return new IllegalArgumentException("layer '%s' (%s) %s".formatted(name, kind, problem));
  }
}
