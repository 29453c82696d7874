package org.hone.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hone.api.recipe.Architecture;
import org.hone.api.training.InputShape;
import org.nd4j.linalg.activations.Activation;

/** Reads the section {@code network}. */
final class NetworkReader {
  private static final ValueType<Integer> SIZE = ValueType.atLeast(1);
  private static final Map<String, Activation> ACTIVATIONS = activations();
  static final ValueType<Activation> ACTIVATION = ValueType.oneOf("an activation", ACTIVATIONS);
  private static final List<Integer> DEFAULT_MLP = List.of(128, 64);
  private static final List<Integer> DEFAULT_CNN = List.of(16, 32);
  private static final int DEFAULT_DENSE = 64;

  private NetworkReader() {}

  /** The plan; by default layers for columns, convolutions for images. */
  static Architecture read(Section root, DataSettings data) {
    Section network = root.section("network", List.of("mlp", "cnn", "dense", "activation"));
    boolean mlp = network.find("mlp").isPresent();
    boolean cnn = network.find("cnn").isPresent();
    if (mlp && cnn) {
      throw ConfigException.at(
          network.originOf("cnn"), "stands beside network.mlp; allowed: exactly one of mlp, cnn");
    }
    return cnn || (!mlp && data.form().kind() == InputShape.Kind.IMAGE)
        ? cnn(network, data)
        : mlp(network);
  }

  private static Architecture mlp(Section network) {
    if (network.find("dense").isPresent()) {
      throw ConfigException.at(
          network.originOf("dense"),
          "belongs to network.cnn; the layers of an mlp are network.mlp");
    }
    return new Architecture.Mlp(
        network.findList("mlp", SIZE).orElse(DEFAULT_MLP), activation(network));
  }

  private static Architecture cnn(Section network, DataSettings data) {
    if (data.form().kind() != InputShape.Kind.IMAGE) {
      throw ConfigException.at(
          network.originOf("cnn"), "needs images; set data.shape to [height, width, channels]");
    }
    List<Integer> channels = network.findList("cnn", SIZE).orElse(DEFAULT_CNN);
    if (channels.isEmpty()) {
      throw ConfigException.at(
          network.originOf("cnn"),
          "is an empty list; allowed: the channels of one convolution or more");
    }
    return new Architecture.Cnn(
        channels, network.get("dense", SIZE, DEFAULT_DENSE), activation(network));
  }

  private static Activation activation(Section network) {
    return network.get("activation", ACTIVATION, Activation.RELU);
  }

  /** The word for an activation, also for one that study files do not offer. */
  static String word(Activation activation) {
    return ACTIVATIONS.entrySet().stream()
        .filter(entry -> entry.getValue() == activation)
        .findFirst()
        .map(Map.Entry::getKey)
        .orElseGet(() -> activation.name().toLowerCase(Locale.ROOT));
  }

  private static Map<String, Activation> activations() {
    Map<String, Activation> byWord = new LinkedHashMap<>();
    byWord.put("relu", Activation.RELU);
    byWord.put("leaky-relu", Activation.LEAKYRELU);
    byWord.put("elu", Activation.ELU);
    byWord.put("selu", Activation.SELU);
    byWord.put("gelu", Activation.GELU);
    byWord.put("swish", Activation.SWISH);
    byWord.put("mish", Activation.MISH);
    byWord.put("tanh", Activation.TANH);
    byWord.put("sigmoid", Activation.SIGMOID);
    return Collections.unmodifiableMap(byWord);
  }
}
