package org.hone.agent;

import java.io.IOException;
import java.nio.file.Path;
import org.hone.engine.data.file.Sha256;

/**
 * A file that was there before a trial and that it makes use of, such as its teacher.
 *
 * @param sha256 of its contents, in hexadecimal: what makes it this one
 */
public record Artifact(Path file, String sha256) {

  /** A file as it is now. */
  static Artifact of(Path file) throws IOException {
    return new Artifact(file, Sha256.of(file));
  }

  /**
   * Makes sure that the file is still what it was.
   *
   * @throws UserException if it is not
   */
  public void check() {
    try {
      if (!Sha256.of(file).equals(sha256)) {
        throw new UserException(
            "%s has changed since the study began; put it back, or start over with --restart"
                .formatted(file));
      }
    } catch (IOException e) {
      throw new UserException(
          "%s cannot be read (%s); put it back, or start over with --restart"
              .formatted(file, e.getClass().getSimpleName()));
    }
  }
}
