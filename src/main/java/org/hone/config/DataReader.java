package org.hone.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hone.api.training.Goal;

/** Reads the section {@code data}. */
final class DataReader {
  static final String BUNDLED = "bundled:";

  private static final List<String> KEYS =
      Stream.concat(
              Stream.of("file", "label", "task", "ignore", "categorical", "validation", "test"),
              FormReader.KEYS.stream())
          .toList();
  private static final Map<String, Goal> GOALS =
      new TreeMap<>(Map.of("classification", Goal.CLASSIFICATION, "regression", Goal.REGRESSION));
  private static final ValueType<String> COLUMN = ValueType.text("a column's name or number");
  private static final double SHARE = 0.2;

  private DataReader() {}

  /** What the section says; {@code file} is the study file. */
  static DataSettings read(Section root, Path file) {
    Section data = root.section("data", KEYS);
    String source = data.require("file", ValueType.text("the file or folder to learn from"));
    double validation =
        data.get("validation", share("more than 0 and less than 1", x -> x > 0), SHARE);
    double test = data.get("test", share("0 or more and less than 1", x -> x >= 0), SHARE);
    requireTrainingRows(data, validation, test);
    Path path = resolve(source, file, data.originOf("file"));
    return new DataSettings(
        path,
        source,
        data.find("label", COLUMN),
        data.find("task", ValueType.oneOf("a task", GOALS)),
        FormReader.read(data, path),
        data.findList("ignore", COLUMN).orElse(List.of()),
        data.findList("categorical", COLUMN).orElse(List.of()),
        validation,
        test);
  }

  /** The word for a goal. */
  static String word(Goal goal) {
    return goal.name().toLowerCase(Locale.ROOT);
  }

  private static ValueType<Double> share(String allowed, Predicate<Double> low) {
    return ValueType.real(allowed, low.and(x -> x < 1));
  }

  private static void requireTrainingRows(Section data, double validation, double test) {
    if (validation + test >= 1) {
      throw ConfigException.at(
          data.originOf(data.find("validation").isPresent() ? "validation" : "test"),
          "validation %s and test %s leave no rows to train on; allowed: together less than 1"
              .formatted(validation, test));
    }
  }

  private static Path resolve(String source, Path file, Origin origin) {
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
