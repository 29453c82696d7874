package org.hone.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.hone.engine.data.Form;

/**
 * Reads how rows are dealt out.
 *
 * @param data the section
 * @param file the study file
 * @param learnt the file or folder to learn from
 * @param beside what parts of their own can lie in
 */
record PartsReader(Section data, Path file, Path learnt, Form.Beside beside) {
  private static final String VALIDATION = "validation";
  private static final String TEST = "test";
  private static final String FOLDS = "folds";
  private static final double SHARE = 0.2;

  Parts read() {
    Part test = part(TEST, "0 or more and less than 1", share -> share >= 0);
    if (data.find(FOLDS).isPresent()) {
      return folds(test);
    }
    Part validation = part(VALIDATION, "more than 0 and less than 1", share -> share > 0);
    test.file()
        .ifPresent(
            rows ->
                validation.file().ifPresent(other -> requireOther(TEST, rows, VALIDATION, other)));
    if (validation.share() + test.share() >= 1) {
      throw ConfigException.at(
          data.originOf(data.find(VALIDATION).isPresent() ? VALIDATION : TEST),
          "validation %s and test %s leave no rows to train on; allowed: together less than 1"
              .formatted(validation.share(), test.share()));
    }
    return new Parts(validation, test, OptionalInt.empty());
  }

  private Parts folds(Part test) {
    if (data.find(VALIDATION).isPresent()) {
      throw ConfigException.at(
          data.originOf(VALIDATION),
          "each fold validates in turn, so there is no other validation; allowed: one of"
              + " data.validation and data.folds");
    }
    int folds = data.get(FOLDS, ValueType.atLeast(2), 2);
    return new Parts(new Part.Share((1 - test.share()) / folds), test, OptionalInt.of(folds));
  }

  /** A number is a share, anything else a file or folder. */
  private Part part(String key, String allowed, Predicate<Double> low) {
    String text =
        data.get(key, ValueType.text("a share, or a file or folder"), String.valueOf(SHARE));
    if (ValueType.isReal(text)) {
      ValueType<Double> type = ValueType.real(allowed, low.and(share -> share < 1));
      return new Part.Share(data.get(key, type, SHARE));
    }
    if (beside == Form.Beside.NOTHING) {
      throw ConfigException.at(
          data.originOf(key),
          "'%s' is no share, and a folder of sequences has nothing beside it; allowed: a share"
              .formatted(text));
    }
    Path given = DataReader.resolve(text, file, data.originOf(key));
    if (Files.isDirectory(given) != (beside == Form.Beside.FOLDER)) {
      throw ConfigException.at(
          data.originOf(key),
          beside == Form.Beside.FILE
              ? "'%s' is a folder; allowed: a share, or a file like data.file".formatted(text)
              : "'%s' is a file; allowed: a share, or a folder like data.file".formatted(text));
    }
    requireOther(key, given, "file", learnt);
    return new Part.Given(given, text);
  }

  /** The same rows again would say nothing of how well others are predicted. */
  private void requireOther(String key, Path given, String otherKey, Path other) {
    try {
      if (Files.isSameFile(given, other)) {
        throw ConfigException.at(
            data.originOf(key),
            "'%s' is data.%s too; allowed: a %s with other rows"
                .formatted(
                    data.get(key, ValueType.text("a file"), ""),
                    otherKey,
                    beside == Form.Beside.FOLDER ? "folder" : "file"));
      }
    } catch (IOException e) {
      throw ConfigException.at(data.originOf(key), "cannot be read: " + e.getMessage());
    }
  }
}
