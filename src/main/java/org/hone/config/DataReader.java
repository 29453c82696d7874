package org.hone.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hone.api.training.Goal;
import org.hone.engine.data.Form;
import org.hone.engine.data.Roles;
import org.hone.engine.data.ScalingMethod;

/** Reads the section {@code data}. */
final class DataReader {
  static final String BUNDLED = "bundled:";

  private static final List<String> KEYS =
      Stream.of(
              List.of("file", "label", "task", "ignore", "categorical"),
              List.of("labels-separated-by", "group", "time", "weight", "scaling"),
              List.of("validation", "test", "folds"),
              FormReader.KEYS)
          .flatMap(List::stream)
          .toList();
  private static final Map<String, Goal> GOALS = words(Goal.values(), DataReader::word);
  private static final Map<String, ScalingMethod> SCALINGS =
      words(ScalingMethod.values(), ScalingMethod::id);
  private static final ValueType<String> COLUMN = ValueType.text("a column's name or number");

  private DataReader() {}

  /** What the section says; {@code file} is the study file. */
  static DataSettings read(Section root, Path file) {
    Section data = root.section("data", KEYS);
    String source = data.require("file", ValueType.text("the file or folder to learn from"));
    Path path = resolve(source, file, data.originOf("file"));
    Form form = FormReader.read(data, path);
    return new DataSettings(
        path,
        source,
        roles(data),
        data.find("task", ValueType.oneOf("a task", GOALS)),
        form,
        data.get("scaling", ValueType.oneOf("a scaling", SCALINGS), ScalingMethod.STANDARD),
        new PartsReader(data, file, path, form.beside()).read(),
        data.find(FormReader.SYNONYMS, ValueType.text("a file of words that mean the same"))
            .map(name -> synonyms(name, data, file)));
  }

  private static NamedFile synonyms(String name, Section data, Path file) {
    return new NamedFile(resolve(name, file, data.originOf(FormReader.SYNONYMS)), name);
  }

  private static Roles roles(Section data) {
    List<String> labels = data.findList("label", COLUMN).orElse(List.of());
    if (labels.size() > 1 && data.find("labels-separated-by").isPresent()) {
      throw ConfigException.at(
          data.originOf("labels-separated-by"),
          "is about one column, but data.label has %d; allowed: one of the two"
              .formatted(labels.size()));
    }
    if (data.find("group").isPresent() && data.find("time").isPresent()) {
      throw ConfigException.at(
          data.originOf("time"),
          "rows are split by group or by time; allowed: one of data.group and data.time");
    }
    return new Roles(
        labels,
        data.find("labels-separated-by", ValueType.text("what stands between two labels")),
        data.findList("ignore", COLUMN).orElse(List.of()),
        data.findList("categorical", COLUMN).orElse(List.of()),
        data.find("group", COLUMN),
        data.find("time", COLUMN),
        data.find("weight", COLUMN));
  }

  private static <T> Map<String, T> words(T[] values, Function<T, String> word) {
    Map<String, T> words = new LinkedHashMap<>();
    for (T value : values) {
      words.put(word.apply(value), value);
    }
    return words;
  }

  /** The word for a goal. */
  static String word(Goal goal) {
    return goal.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The file that a study file speaks of. */
  static Path resolve(String source, Path file, Origin origin) {
    if (source.startsWith(BUNDLED)) {
      return Bundled.DATA.find(source.substring(BUNDLED.length()), origin);
    }
    ValueType.path().read(source, origin);
    Path data = file.toAbsolutePath().resolveSibling(source);
    if (!Files.exists(data)) {
      throw ConfigException.at(origin, "no such file: " + data);
    }
    return data;
  }
}
