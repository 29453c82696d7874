package org.hone.search.storage.jdbc;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;

/**
 * Moments as SQLAlchemy writes them into SQLite: {@code 2026-01-31 23:59:59.000001}, in UTC as
 * Optuna 5 does.
 */
final class Timestamps {
  private static final DateTimeFormatter WRITTEN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);
  private static final DateTimeFormatter READ =
      new DateTimeFormatterBuilder()
          .appendPattern("yyyy-MM-dd HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .toFormatter(Locale.ROOT);

  private Timestamps() {}

  static String format(Instant moment) {
    return WRITTEN.format(LocalDateTime.ofInstant(moment, ZoneOffset.UTC));
  }

  /** The fraction may be missing. */
  static Instant parse(String text) {
    return LocalDateTime.parse(text, READ).toInstant(ZoneOffset.UTC);
  }
}
