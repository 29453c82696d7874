package org.hone.config;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * What a study may be called: its name becomes the name of a folder, so it is kept to what every
 * system allows.
 */
final class StudyName {
  static final String RULE = "letters, digits, - _ . with a letter or digit first";

  static final ValueType<String> TYPE = ValueType.text("a study's name", RULE, StudyName::isValid);

  private static final Pattern VALID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

  private StudyName() {}

  static boolean isValid(String name) {
    return VALID.matcher(name).matches();
  }

  /** The file's name without its extension; what is not allowed becomes a hyphen. */
  static String ofFile(Path file) {
    String name = file.getFileName().toString().replaceFirst("(?<=.)\\.[^.]*$", "");
    String allowed = name.replaceAll("[^A-Za-z0-9._-]+", "-").replaceFirst("^[._-]+", "");
    return allowed.isEmpty() ? "study" : allowed;
  }
}
