package org.hone.config;

/**
 * Where something was said.
 *
 * @param file the study file as the user named it, or the override as typed, such as {@code --set
 *     study.trials=20}; empty if it is not known
 * @param line from 1; 0 if the format does not tell
 * @param column from 1; 0 if the format does not tell
 * @param key in full, such as {@code study.trials}; empty for the file as a whole
 */
public record Origin(String file, int line, int column, String key) {

  /** A place of which no more is known than the file. */
  public static Origin of(String file) {
    return new Origin(file, 0, 0, "");
  }

  /** A key of which it is not known where it stands, see {@link StudyFiles#placing}. */
  public static Origin ofKey(String key) {
    return new Origin("", 0, 0, key);
  }

  /** Whether no more is known than the key. */
  boolean isKeyOnly() {
    return file.isEmpty();
  }

  /** The same place, for a key below this one. */
  Origin below(String name) {
    return new Origin(file, line, column, key.isEmpty() ? name : key + "." + name);
  }

  /**
   * Such as {@code digits.yaml:7:3: study.trials}; the key is left out where the override says it
   * already.
   */
  @Override
  public String toString() {
    if (isKeyOnly()) {
      return key;
    }
    String place = line > 0 ? "%s:%d:%d".formatted(file, line, column) : file;
    return key.isEmpty() || file.startsWith("--set " + key + "=") ? place : place + ": " + key;
  }
}
