package org.hone.engine.data.file;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.regex.Pattern;

/** Tells dates from other texts. */
public final class Dates {
  private static final Pattern LOOKS =
      Pattern.compile(
          "(\\d{4}[-/.]\\d{1,2}([-/.]\\d{1,2})?|\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{2,4})"
              + "([T ]\\d{1,2}:\\d{2}.*)?");
  private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");

  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendPattern("['T'][' ']")
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .optionalStart()
          .appendOffsetId()
          .toFormatter();

  private Dates() {}

  /** Whether a text looks like a date, with or without a time, in one of the usual ways. */
  public static boolean isDate(String text) {
    return LOOKS.matcher(text).matches();
  }

  /** Seconds since 1970 of an ISO 8601 date, date with time, or month; NaN if it is none. */
  public static double seconds(String text) {
    if (!isDate(text)) {
      return Double.NaN;
    }
    try {
      String whole = MONTH.matcher(text).matches() ? text + "-01" : text;
      OffsetDateTime time =
          offset(ISO.parseBest(whole, OffsetDateTime::from, LocalDateTime::from, LocalDate::from));
      return time.toEpochSecond() + time.getNano() * 1e-9;
    } catch (DateTimeException e) {
      return Double.NaN;
    }
  }

  private static OffsetDateTime offset(TemporalAccessor parsed) {
    if (parsed instanceof OffsetDateTime time) {
      return time;
    }
    return parsed instanceof LocalDateTime time
        ? time.atOffset(ZoneOffset.UTC)
        : LocalDate.from(parsed).atStartOfDay().atOffset(ZoneOffset.UTC);
  }
}
