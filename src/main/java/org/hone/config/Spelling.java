package org.hone.config;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hone.engine.data.Roles;
import org.hone.engine.data.ScalingMethod;
import org.hone.engine.data.file.Sha256;
import org.hone.search.space.CategoricalDistribution.Nothing;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/**
 * A study as its file would say it with every default spelled out.
 *
 * @param tree nested maps of texts, numbers and lists, in the usual order
 */
record Spelling(Map<String, Object> tree) {
  /** Keys that may change between two runs of one study. */
  private static final List<String> MAY_CHANGE =
      List.of(
          "study.trials",
          "study.timeout",
          "study.trial-timeout",
          "plugins",
          "output",
          "confirmation.seeds");

  static Spelling of(StudyFile study) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("study", study(study.study()));
    tree.put("data", data(study.data()));
    tree.put("network", study.network().written());
    study.teacher().ifPresent(teacher -> tree.put("teacher", teacher.written()));
    tree.put("training", training(study.training()));
    putObjectives(tree, study.objectives());
    putUnlessEmpty(tree, "plugins", PluginsReader.written(study.plugins(), Path::toString));
    tree.put("techniques", study.techniques().written());
    tree.put("confirmation", Map.of("seeds", study.confirmationSeeds()));
    tree.put("output", study.output().toString());
    return new Spelling(tree);
  }

  private static void putObjectives(Map<String, Object> tree, List<String> objectives) {
    if (objectives.size() == 1) {
      tree.put("objective", Map.of("metric", objectives.get(0)));
    } else {
      putUnlessEmpty(tree, "objectives", objectives);
    }
  }

  private static Map<String, Object> study(StudySettings study) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("name", study.name());
    tree.put("trials", study.trials());
    study.timeout().ifPresent(timeout -> tree.put("timeout", TimeSpan.write(timeout)));
    tree.put("trial-timeout", TimeSpan.write(study.trialTimeout()));
    tree.put("seed", study.seed());
    tree.put("sampler", study.sampler());
    tree.put("pruner", study.pruner());
    return tree;
  }

  private static Map<String, Object> data(DataSettings data) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("file", data.source());
    Roles roles = data.roles();
    List<String> labels = roles.labels();
    if (!labels.isEmpty()) {
      tree.put("label", labels.size() == 1 ? labels.get(0) : labels);
    }
    roles.labelSeparator().ifPresent(separator -> tree.put("labels-separated-by", separator));
    data.goal().ifPresent(goal -> tree.put("task", DataReader.word(goal)));
    tree.putAll(FormSpelling.of(data.form()));
    data.synonyms().ifPresent(file -> tree.put(FormReader.SYNONYMS, file.source()));
    putUnlessEmpty(tree, "ignore", roles.ignore());
    putUnlessEmpty(tree, "categorical", roles.categorical());
    roles.group().ifPresent(group -> tree.put("group", group));
    roles.time().ifPresent(time -> tree.put("time", time));
    roles.weight().ifPresent(weight -> tree.put("weight", weight));
    if (data.scaling() != ScalingMethod.STANDARD) {
      tree.put("scaling", data.scaling().id());
    }
    Parts parts = data.parts();
    if (parts.folds().isPresent()) {
      tree.put("folds", parts.folds().getAsInt());
    } else {
      tree.put("validation", parts.validation().written());
    }
    tree.put("test", parts.test().written());
    return tree;
  }

  private static void putUnlessEmpty(Map<String, Object> tree, String key, List<?> list) {
    if (!list.isEmpty()) {
      tree.put(key, list);
    }
  }

  private static Map<String, Object> training(TrainingSettings training) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("epochs", training.epochs());
    tree.put("batch-size", training.batchSize());
    tree.put("learning-rate", training.learningRate());
    return tree;
  }

  /** The keys that make the study what it is, in full, with their values as text. */
  SortedMap<String, String> settings() {
    NavigableMap<String, String> flat = new TreeMap<>();
    flatten("", tree, flat);
    MAY_CHANGE.forEach(flat::remove);
    return Collections.unmodifiableSortedMap(flat);
  }

  private static void flatten(String key, Object value, Map<String, String> flat) {
    if (value instanceof Map<?, ?> section && !section.isEmpty()) {
      section.forEach(
          (name, below) -> flatten(key.isEmpty() ? "" + name : key + "." + name, below, flat));
    } else {
      flat.put(key, value.toString());
    }
  }

  /** SHA-256 of the settings, one {@code key=value} a line, in hexadecimal. */
  String sha256() {
    String text =
        settings().entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
            .collect(Collectors.joining());
    return Sha256.of(text);
  }

  /** Without the folder that a study writes to. */
  Spelling withoutOutput() {
    Map<String, Object> rest = new LinkedHashMap<>(tree);
    rest.remove("output");
    return new Spelling(rest);
  }

  /** With plug-ins that are written otherwise, if there are any. */
  Spelling withPlugins(List<Object> written) {
    Map<String, Object> all = new LinkedHashMap<>(tree);
    all.replace(PluginsReader.KEY, written);
    return new Spelling(all);
  }

  /** As a YAML file: sections as blocks, lists in brackets. */
  String yaml() {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    return new Yaml(new Plainly(options), options).dump(tree);
  }

  private static final class Plainly extends Representer {
    Plainly(DumperOptions options) {
      super(options);
      representers.put(Nothing.class, nothing -> representScalar(Tag.NULL, nothing.toString()));
    }

    @Override
    protected Node representSequence(
        Tag tag, Iterable<?> sequence, DumperOptions.FlowStyle ignored) {
      return super.representSequence(tag, sequence, DumperOptions.FlowStyle.FLOW);
    }
  }
}
