package org.hone.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hone.api.recipe.Architecture;
import org.hone.api.training.InputShape.Kind;
import org.hone.api.training.Suitability;
import org.nd4j.linalg.activations.Activation;

/** Reads the section {@code network}. */
final class NetworkReader {
  static final String PRETRAINED = "pretrained";
  static final String OUTPUT = "output";
  static final String NEW = "new";

  private static final List<String> OF_FILE =
      List.of(ModelFile.FILE, ModelFile.SHA_256, OUTPUT, PRETRAINED);
  private static final ValueType<Integer> SIZE = ValueType.atLeast(1);
  private static final Map<String, Activation> ACTIVATIONS = activations();
  static final ValueType<Activation> ACTIVATION = ValueType.oneOf("an activation", ACTIVATIONS);
  private static final int DENSE = 64;
  private static final int EMBEDDING = 128;
  private static final List<Integer> WIDTHS = List.of(3, 4, 5);
  static final ValueType<Boolean> YES_OR_NO =
      ValueType.oneOf("a yes or no", new TreeMap<>(Map.of("true", true, "false", false)));

  private static final List<Form> FORMS =
      List.of(
          new Form("mlp", List.of(), NetworkReader::mlp),
          new Form("cnn", List.of("dense", "residual"), NetworkReader::cnn),
          new Form("lstm", List.of("bidirectional", "embedding"), NetworkReader::lstm),
          new Form("text-cnn", List.of("widths", "embedding"), NetworkReader::textCnn),
          new Form("layers", List.of(), NetworkReader::layers));

  /**
   * A kind of network.
   *
   * @param key that no other has
   * @param more keys that may stand beside it
   */
  private record Form(String key, List<String> more, Function<Section, Architecture> read) {
    private String company() {
      return String.join(", ", more) + (more.isEmpty() ? "" : ", ") + "activation";
    }
  }

  private NetworkReader() {}

  /**
   * The network; by default the usual one for data of that kind.
   *
   * @param file the study file, from which a network's own file is named
   */
  static NetworkSettings read(Section root, Kind data, Path file) {
    Section network = root.section("network", keys());
    NetworkSettings own =
        network.find(ModelFile.FILE).isPresent()
            ? ofFile(root.section("network", OF_FILE), file)
            : planned(network, data);
    return network
        .find(PRETRAINED)
        .<NetworkSettings>map(
            weights -> new NetworkSettings.Pretrained(own, ModelFile.read(weights, file)))
        .orElse(own);
  }

  private static NetworkSettings ofFile(Section network, Path file) {
    Optional<String> output = network.find(OUTPUT, StudyReader.oneOf("an output", List.of(NEW)));
    return new NetworkSettings.OfFile(ModelFile.read(network, file), output.isPresent());
  }

  private static NetworkSettings planned(Section network, Kind data) {
    network
        .find(OUTPUT)
        .ifPresent(
            output -> {
              throw ConfigException.at(
                  output.origin(), "belongs to network.file; a generated network fits the data");
            });
    List<Form> given = FORMS.stream().filter(form -> network.find(form.key).isPresent()).toList();
    if (given.size() > 1) {
      throw ConfigException.at(
          network.originOf(given.get(1).key),
          "stands beside network.%s; allowed: exactly one of %s"
              .formatted(given.get(0).key, words(FORMS)));
    }
    requireCompany(network, given);
    Architecture plan =
        given.stream()
            .findFirst()
            .map(form -> form.read.apply(network))
            .orElseGet(() -> Suitability.usualFor(data));
    Suitability.misfit(plan, data)
        .ifPresent(
            problem -> {
              throw ConfigException.at(culprit(network, given.get(0).key, plan, data), problem);
            });
    Optional<Activation> activation = network.find("activation", ACTIVATION);
    return NetworkSettings.of(activation.map(plan::withActivation).orElse(plan));
  }

  private static List<String> keys() {
    List<String> keys = new ArrayList<>();
    for (Form form : FORMS) {
      keys.add(form.key);
    }
    for (Form form : FORMS) {
      form.more.stream().filter(key -> !keys.contains(key)).forEach(keys::add);
    }
    keys.add("activation");
    keys.addAll(OF_FILE);
    return keys;
  }

  private static String words(List<Form> forms) {
    return forms.stream().map(form -> form.key).collect(Collectors.joining(", "));
  }

  /** What belongs to another kind of network is refused. */
  private static void requireCompany(Section network, List<Form> given) {
    for (String key : keys()) {
      List<Form> owners = FORMS.stream().filter(form -> form.more.contains(key)).toList();
      if (network.find(key).isPresent()
          && !owners.isEmpty()
          && owners.stream().noneMatch(given::contains)) {
        String beside =
            given.stream()
                .map(form -> "; allowed beside network.%s: %s".formatted(form.key, form.company()))
                .findFirst()
                .orElse("");
        throw ConfigException.at(
            network.originOf(key), "belongs to network.%s%s".formatted(words(owners), beside));
      }
    }
  }

  /** The place of what does not fit: the layer, if layers were written down one by one. */
  private static Origin culprit(Section network, String key, Architecture plan, Kind data) {
    List<Node> items = network.find(key).map(Node::items).orElse(List.of());
    return Optional.of(plan)
        .filter(Architecture.Layers.class::isInstance)
        .flatMap(written -> ((Architecture.Layers) written).misplaced(data.form()))
        .filter(found -> found.index() >= 0)
        .map(found -> items.get(found.index()).origin())
        .orElseGet(() -> network.originOf(key));
  }

  private static Architecture layers(Section network) {
    return new Architecture.Layers(
        network.find("layers").map(Node::items).orElse(List.of()).stream()
            .map(LayerReader::read)
            .toList(),
        Activation.RELU);
  }

  private static Architecture mlp(Section network) {
    return new Architecture.Mlp(sizes(network, "mlp"), Activation.RELU);
  }

  private static Architecture cnn(Section network) {
    List<Integer> channels = nonEmpty(network, "cnn", "the channels of one convolution or more");
    if (network.get("residual", YES_OR_NO, false)) {
      if (network.find("dense").isPresent()) {
        throw ConfigException.at(
            network.originOf("dense"), "is for plain networks; a residual one has no dense layer");
      }
      return new Architecture.ResidualCnn(channels, Activation.RELU);
    }
    return new Architecture.Cnn(channels, network.get("dense", SIZE, DENSE), Activation.RELU);
  }

  private static Architecture lstm(Section network) {
    return new Architecture.Lstm(
        nonEmpty(network, "lstm", "the units of one layer or more"),
        network.get("bidirectional", YES_OR_NO, false),
        network.get("embedding", SIZE, EMBEDDING),
        Activation.TANH);
  }

  private static Architecture textCnn(Section network) {
    return new Architecture.TextCnn(
        network.require("text-cnn", SIZE),
        network.find("widths").isPresent()
            ? nonEmpty(network, "widths", "the width of one window or more")
            : WIDTHS,
        network.get("embedding", SIZE, EMBEDDING),
        Activation.RELU);
  }

  private static List<Integer> nonEmpty(Section network, String key, String allowed) {
    List<Integer> sizes = sizes(network, key);
    if (sizes.isEmpty()) {
      throw ConfigException.at(
          network.originOf(key), "is an empty list; allowed: %s".formatted(allowed));
    }
    return sizes;
  }

  private static List<Integer> sizes(Section network, String key) {
    return network.findList(key, SIZE).orElse(List.of());
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
