package org.hone.extension;

import java.nio.file.Path;

/** A plug-in that is not used, and why. */
public record LeftOut(Path file, String reason) {

  /** In one line, however long the reason is. */
  @Override
  public String toString() {
    return "%s: %s".formatted(file, reason.strip().replaceAll("\\s*\\R\\s*", " "));
  }
}
