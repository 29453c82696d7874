package org.hone.agent.fake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * How far a pretended training has come.
 *
 * @param score tells it from others
 */
public record FakeCheckpoint(Path file, double score) {

  /** Finished ones; 0 if none of this training was kept. */
  public int epochs() {
    try {
      String[] words = Files.exists(file) ? Files.readString(file).split(" ") : new String[0];
      return words.length == 2 && words[1].equals("" + score) ? Integer.parseInt(words[0]) : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Keeps it as a whole or not at all. */
  public void write(int epochs) {
    try {
      Files.createDirectories(file.getParent());
      Path next =
          Files.writeString(
              file.resolveSibling(file.getFileName() + ".next"), epochs + " " + score);
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
