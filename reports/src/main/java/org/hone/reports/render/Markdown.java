package org.hone.reports.render;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Plain text as Markdown that shows exactly it. */
final class Markdown {
  private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]|<>&~$]");
  private static final Pattern START = Pattern.compile("^(\\d+(?=[.)])|(?=[#+=-]))");
  private static final Pattern BACKTICKS = Pattern.compile("`+");

  private Markdown() {}

  /** Text within a line; line breaks become spaces. */
  static String text(String plain) {
    String line = plain.strip().replaceAll("\\s+", " ");
    return SPECIAL
        .matcher(line)
        .replaceAll(found -> Matcher.quoteReplacement("\\" + found.group()));
  }

  /** Text at the beginning of a line, where a few characters more have a meaning. */
  static String line(String plain) {
    return START.matcher(text(plain)).replaceFirst("$1\\\\");
  }

  /** A block of code, fenced by more backticks than it holds in a row. */
  static String code(String text, String language) {
    int longest =
        BACKTICKS.matcher(text).results().mapToInt(run -> run.group().length()).max().orElse(0);
    String fence = "`".repeat(Math.max(3, longest + 1));
    return fence + language + "\n" + text.stripTrailing() + "\n" + fence;
  }
}
