package org.hone.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Study files for tests, with a catalogue to choose from. */
final class Studies {
  static final Known KNOWN =
      new Known(
          Set.of(
              "adam",
              "dropout",
              "early-stopping",
              "gradient-clipping",
              "label-smoothing",
              "mixup",
              "sgd",
              "weight-decay"),
          Set.of("auto", "random", "tpe"),
          Set.of("median", "nop", "performance-curve"),
          Set.of("accuracy", "log-loss", "rmse"),
          Set.of("inference-time", "model-size"));

  private Studies() {}

  /** A study read from a file of this name and content. */
  static StudyFile load(Path folder, String name, String content, String... overrides)
      throws IOException {
    Path file = Files.writeString(folder.resolve(name), content);
    return new StudyFiles(KNOWN).load(file, List.of(overrides));
  }
}
