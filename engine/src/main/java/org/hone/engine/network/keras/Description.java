package org.hone.engine.network.keras;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.nd4j.shade.jackson.databind.JsonNode;

/**
 * A model as Keras describes it in JSON.
 *
 * @param input the layer that stands for the input, or a name that no layer has
 * @param inputShape without rows, as in Keras; -1 where it is open
 * @param output the layer whose activation is the answer
 */
record Description(String input, List<Integer> inputShape, List<Entry> layers, String output) {
  private static final String CONFIG = "config";
  private static final String CLASS = "class_name";
  private static final String NAME = "name";

  /**
   * One layer.
   *
   * @param kind Keras' name of its class
   * @param inputs the layers that feed it
   */
  record Entry(String name, String kind, JsonNode config, List<String> inputs) {}

  /**
   * Understands the description of a sequential or functional model.
   *
   * @throws IllegalArgumentException if it is another, or has several inputs or outputs
   */
  static Description of(JsonNode model) {
    String kind = model.path(CLASS).asText();
    JsonNode config = model.path(CONFIG);
    return switch (kind) {
      case "Sequential" -> sequential(config.isArray() ? config : config.path("layers"), config);
      case "Functional", "Model" -> functional(config);
      default ->
          throw new IllegalArgumentException(
              "is a model of class '%s'; sequential and functional ones are read".formatted(kind));
    };
  }

  private static Description sequential(JsonNode layers, JsonNode config) {
    List<Entry> entries = new ArrayList<>();
    String before = "input of " + config.path(NAME).asText("model");
    List<Integer> shape = shape(config.path("build_input_shape"));
    for (JsonNode layer : layers) {
      JsonNode own = layer.path(CONFIG);
      Entry entry =
          new Entry(own.path(NAME).asText(), layer.path(CLASS).asText(), own, List.of(before));
      if (entries.isEmpty() && hasShape(own)) {
        shape = shapeOf(own);
      }
      if (entry.kind().equals("InputLayer")) {
        before = entry.name();
      } else {
        entries.add(entry);
        before = entry.name();
      }
    }
    if (entries.isEmpty()) {
      throw new IllegalArgumentException("is a model without layers");
    }
    return new Description(entries.get(0).inputs().get(0), shape, entries, before);
  }

  private static Description functional(JsonNode config) {
    String input = single("input", config.path("input_layers"));
    String output = single("output", config.path("output_layers"));
    List<Entry> entries = new ArrayList<>();
    List<Integer> shape = List.of();
    for (JsonNode layer : config.path("layers")) {
      String name = layer.path(NAME).asText();
      if (name.equals(input)) {
        shape = shapeOf(layer.path(CONFIG));
      } else {
        String kind = layer.path(CLASS).asText();
        entries.add(
            new Entry(name, kind, layer.path(CONFIG), feeding(name, layer.path("inbound_nodes"))));
      }
    }
    return new Description(input, shape, entries, output);
  }

  /** Keras writes one tensor as {@code [name, 0, 0]}, several as an array of such. */
  private static String single(String what, JsonNode tensors) {
    JsonNode first = tensors.path(0);
    if (first.isTextual() && tensors.path(1).isNumber()) {
      return first.asText();
    }
    if (tensors.size() != 1) {
      throw new IllegalArgumentException(
          "the network has %d %ss, but 1 is needed".formatted(tensors.size(), what));
    }
    return first.isTextual() ? first.asText() : first.path(0).asText();
  }

  private static List<String> feeding(String layer, JsonNode uses) {
    if (uses.size() > 1) {
      throw new IllegalArgumentException(
          "layer '%s' is used %d times; layers that share weights are not read"
              .formatted(layer, uses.size()));
    }
    List<String> names = new ArrayList<>();
    JsonNode use = uses.path(0);
    if (use.isArray()) {
      use.forEach(tensor -> names.add(tensor.path(0).asText()));
    } else {
      collect(use.path("args"), names);
    }
    return names;
  }

  /** Keras 3 writes a call's arguments, among them tensors with where they come from. */
  private static void collect(JsonNode argument, List<String> names) {
    JsonNode history = argument.path(CONFIG).path("keras_history");
    if (history.isArray()) {
      names.add(history.path(0).asText());
    } else if (argument.isArray()) {
      argument.forEach(part -> collect(part, names));
    }
  }

  private static boolean hasShape(JsonNode config) {
    return config.has("batch_input_shape") || config.has("batch_shape");
  }

  private static List<Integer> shapeOf(JsonNode config) {
    return shape(
        config.has("batch_shape") ? config.path("batch_shape") : config.path("batch_input_shape"));
  }

  /** Without the rows. */
  private static List<Integer> shape(JsonNode sizes) {
    return IntStream.range(1, Math.max(1, sizes.size()))
        .mapToObj(i -> sizes.path(i).asInt(-1))
        .toList();
  }

  /** The layers by name. */
  Map<String, Entry> byName() {
    return layers.stream().collect(Collectors.toMap(Entry::name, entry -> entry));
  }
}
