package org.hone.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The models that a confirmation trains, kept until one of them is handed over.
 *
 * @param folder for them alone
 * @param trial number of the trial that is confirmed
 */
record ConfirmedModels(Path folder, int trial) {
  private static final Pattern NAME = Pattern.compile("trial-\\d+-seed-\\d+\\.zip(\\.next)?");

  /** Where the model of a run is kept. */
  Path of(int seed) {
    return folder.resolve("trial-" + trial + "-seed-" + seed + ".zip");
  }

  /**
   * Deletes the models in a folder, those of other trials too, and the folder if nothing else lies
   * there.
   */
  static void delete(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    boolean empty = true;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        if (NAME.matcher(file.getFileName().toString()).matches()) {
          Files.delete(file);
        } else {
          empty = false;
        }
      }
    }
    if (empty) {
      Files.delete(folder);
    }
  }
}
