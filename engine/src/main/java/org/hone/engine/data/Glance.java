package org.hone.engine.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.hone.api.training.InputShape.Kind;

/** What a glance at data shows, before they are read. */
public final class Glance {
  private Glance() {}

  /**
   * What the rows of a folder, or of an IDX file, are; empty for any other file, and for a folder
   * that holds nothing of the kind.
   *
   * @throws DataException if it cannot be read
   */
  public static Optional<Kind> kind(Path source) {
    DataFile file = new DataFile(source);
    if (!file.isFolder()) {
      return IdxFile.isOne(file) ? Optional.of(Kind.IMAGE) : Optional.empty();
    }
    try (Stream<Path> files = Files.walk(source)) {
      return files.flatMap(path -> named(path).stream()).findFirst();
    } catch (IOException | UncheckedIOException e) {
      throw file.error("cannot be read: %s".formatted(e.getMessage()));
    }
  }

  private static Optional<Kind> named(Path file) {
    return ImageFile.isNamedLikeOne(file) ? Optional.of(Kind.IMAGE) : Optional.empty();
  }
}
