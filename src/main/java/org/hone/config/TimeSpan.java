package org.hone.config;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a time span is written: 30s, 10m, 2h, 1h30m. */
public final class TimeSpan {
  static final ValueType<Duration> TYPE =
      new ValueType<>(
          "a time span",
          "30s, 10m, 2h, 1h30m and the like",
          List.of(),
          TimeSpan::isOne,
          TimeSpan::read);

  private static final Pattern FORM = Pattern.compile("(?=.)(\\d{1,6}h)?(\\d{1,6}m)?(\\d{1,6}s)?");

  private TimeSpan() {}

  /**
   * The time span that an option of the command line was given.
   *
   * @param option such as {@code --timeout}, for the message
   * @throws ConfigException if the text is none
   */
  public static Duration ofOption(String option, String text) {
    return TYPE.read(text, Origin.of(option));
  }

  private static boolean isOne(String text) {
    return FORM.matcher(text).matches();
  }

  /** Empty if it is no time at all. */
  private static Optional<Duration> read(String text) {
    return Optional.of(Duration.parse("PT" + text)).filter(span -> !span.isZero());
  }

  /** Inverse of reading, to the second. */
  public static String write(Duration span) {
    String iso = Duration.ofSeconds(span.toSeconds()).toString();
    return iso.substring("PT".length()).toLowerCase(Locale.ROOT);
  }
}
