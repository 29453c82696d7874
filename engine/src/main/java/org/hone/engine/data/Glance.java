package org.hone.engine.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.hone.api.training.InputShape.Kind;
import org.hone.engine.data.file.DataFile;
import org.hone.engine.data.file.IdxFile;
import org.hone.engine.data.file.ImageFile;
import org.hone.engine.data.file.TextFile;

/** What a glance at data shows, before they are read. */
public final class Glance {
  private Glance() {}

  /**
   * What the rows of a folder, or of an IDX file, are. In a folder, files within folders decide:
   * they are images if one of them is, else sequences (CSV files) if one is, else texts; empty for
   * any other file, and for a folder that holds nothing of the kind.
   *
   * @throws DataException if it cannot be read
   */
  public static Optional<Kind> kind(Path source) {
    DataFile file = new DataFile(source);
    if (!file.isFolder()) {
      return IdxFile.isOne(file) ? Optional.of(Kind.IMAGE) : Optional.empty();
    }
    try (Stream<Path> files = Files.walk(source)) {
      return files
          .filter(path -> source.relativize(path).getNameCount() > 1)
          .flatMap(path -> named(path).stream())
          .min(Comparator.naturalOrder());
    } catch (IOException | UncheckedIOException e) {
      throw file.error("cannot be read: %s".formatted(e.getMessage()));
    }
  }

  private static Optional<Kind> named(Path file) {
    if (ImageFile.isNamedLikeOne(file)) {
      return Optional.of(Kind.IMAGE);
    }
    if (TextFile.isNamedLikeOne(file)) {
      return Optional.of(Kind.TEXT);
    }
    return SequenceFiles.isNamedLikeOne(file) ? Optional.of(Kind.SEQUENCE) : Optional.empty();
  }
}
