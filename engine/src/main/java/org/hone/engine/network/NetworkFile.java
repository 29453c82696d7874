package org.hone.engine.network;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.hone.api.recipe.WeightSource;
import org.hone.engine.network.keras.KerasModel;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.core.JsonProcessingException;
import org.nd4j.shade.jackson.databind.JsonNode;

/**
 * A user's own network as it stands in a file.
 *
 * @param weights that came with it
 */
record NetworkFile(Topology topology, Optional<WeightSource> weights) {
  private static final String CONFIGURATION = "configuration.json";
  private static final String VERSION = "Deeplearning4j 1.0.0-M2.1";

  /** Which class of Deeplearning4j's a configuration is of. */
  private enum Form {
    GRAPH,
    LAYERS
  }

  /**
   * Reads a configuration (.json), a saved model (.zip), or a model of Keras (.keras, .h5).
   *
   * @throws IllegalArgumentException if it is neither; the message does not name the file
   */
  static NetworkFile read(Path file) {
    try {
      if (file.toString().endsWith(".json")) {
        return ofConfiguration(Files.readString(file));
      }
      return KerasModel.isOne(file) ? KerasFile.read(file) : ofModel(file);
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot be read (%s)".formatted(e.getMessage()), e);
    }
  }

  /**
   * With another output in the place of its own, or behind the last layer if it has none. The old
   * one's weights are left out.
   */
  NetworkFile withOutput(Layer output) {
    Topology next = topology.withOutput(output);
    return new NetworkFile(
        next,
        weights.map(
            source ->
                (layer, key) ->
                    layer.equals(next.output()) ? Optional.empty() : source.weights(layer, key)));
  }

  private static NetworkFile ofConfiguration(String json) {
    Topology topology =
        form(json) == Form.GRAPH
            ? Conversion.of(understood(() -> ComputationGraphConfiguration.fromJson(json)))
            : Conversion.of(understood(() -> MultiLayerConfiguration.fromJson(json)));
    return new NetworkFile(topology, Optional.empty());
  }

  private static Form form(String json) {
    JsonNode tree;
    try {
      tree = NeuralNetConfiguration.mapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("is not valid JSON: " + e.getOriginalMessage(), e);
    }
    if (tree != null && tree.has("vertices") && tree.has("networkInputs")) {
      return Form.GRAPH;
    }
    if (tree != null && tree.has("confs")) {
      return Form.LAYERS;
    }
    throw new IllegalArgumentException(
        "is neither a ComputationGraphConfiguration nor a MultiLayerConfiguration of"
            + " Deeplearning4j");
  }

  /** Something of Deeplearning4j's that is read. */
  private interface Reading<T> {
    T read() throws IOException;
  }

  private static <T> T understood(Reading<T> reading) {
    try {
      return reading.read();
    } catch (IOException | RuntimeException | LinkageError e) {
      throw new IllegalArgumentException(
          "cannot be read by %s, perhaps because another version wrote it, or it has layers of classes that are not on the class path: %s"
              .formatted(VERSION, firstLine(e)),
          e);
    }
  }

  private static String firstLine(Throwable e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  private static NetworkFile ofModel(Path file) throws IOException {
    return form(configuration(file)) == Form.GRAPH ? ofGraph(file) : ofLayers(file);
  }

  private static String configuration(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ZipEntry entry = zip.getEntry(CONFIGURATION);
      boolean weights =
          zip.getEntry(CompactWeights.PLAIN_ENTRY) != null
              || zip.getEntry(CompactWeights.ENTRY) != null;
      if (entry == null || !weights) {
        throw new IllegalArgumentException(
            "is a zip without %s and coefficients.bin (Deeplearning4j), or config.json and metadata.json (Keras), so no model of either"
                .formatted(CONFIGURATION));
      }
      try (InputStream in = zip.getInputStream(entry)) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    } catch (ZipException e) {
      throw new IllegalArgumentException(
          "is neither JSON (.json), nor a zip that Deeplearning4j or Keras saved, nor HDF5 of Keras (%s)"
              .formatted(e.getMessage()),
          e);
    }
  }

  private static NetworkFile ofGraph(Path file) {
    return of(understood(() -> CompactWeights.load(file)));
  }

  /** A network with its weights. */
  static NetworkFile of(ComputationGraph graph) {
    Map<String, INDArray> weights = new HashMap<>();
    for (org.deeplearning4j.nn.api.Layer layer : graph.getLayers()) {
      keep(weights, layer.conf().getLayer().getLayerName(), layer.paramTable());
    }
    return new NetworkFile(Conversion.of(graph.getConfiguration()), Optional.of(source(weights)));
  }

  private static NetworkFile ofLayers(Path file) {
    return of(understood(() -> ModelSerializer.restoreMultiLayerNetwork(file.toFile(), false)));
  }

  /** A network with its weights. */
  static NetworkFile of(MultiLayerNetwork network) {
    Map<String, INDArray> weights = new HashMap<>();
    for (int i = 0; i < network.getnLayers(); i++) {
      org.deeplearning4j.nn.api.Layer layer = network.getLayer(i);
      keep(weights, Conversion.nameOf(layer.conf().getLayer(), i), layer.paramTable());
    }
    return new NetworkFile(
        Conversion.of(network.getLayerWiseConfigurations()), Optional.of(source(weights)));
  }

  private static void keep(
      Map<String, INDArray> weights, String layer, Map<String, INDArray> parameters) {
    parameters.forEach((key, array) -> weights.put(layer + " " + key, array.dup()));
  }

  private static WeightSource source(Map<String, INDArray> weights) {
    return BothDirections.apart(
        (layer, key) -> Optional.ofNullable(weights.get(layer + " " + key)));
  }
}
