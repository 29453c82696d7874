package org.hone.search.storage.jdbc;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a PostgreSQL database is and who asks for it.
 *
 * @param jdbc the driver's address of it
 * @param user empty if the address says it, or nobody does
 * @param password empty if the address says it, or nobody does
 * @param name for messages; without user and password
 */
record PostgresUrl(String jdbc, Optional<String> user, Optional<String> password, String name) {

  /** A record shows all it has; this one must not. */
  @Override
  public String toString() {
    return name;
  }

  /** From {@code jdbc:postgresql://host:port/database?user=...&password=...}. */
  static PostgresUrl ofJdbc(String url) {
    String address = url.substring("jdbc:".length()).split("\\?", 2)[0];
    return new PostgresUrl(url, Optional.empty(), Optional.empty(), address);
  }

  private static final Pattern SQL_ALCHEMY =
      Pattern.compile(
          "[^:]+://((?<user>[^:@/]*)(:(?<password>[^@/]*))?@)?"
              + "(?<place>[^@/?]+/[^@/?]+)(?<query>\\?.*)?");

  /**
   * From SQLAlchemy's form, {@code postgresql+driver://user:password@host:port/database?...}; which
   * Python driver it names does not matter.
   *
   * @throws IllegalArgumentException if it has no host or no database
   */
  static PostgresUrl ofSqlAlchemy(String url) {
    Matcher parts = SQL_ALCHEMY.matcher(url);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "a PostgreSQL address is postgresql://user:password@host:port/database, with / : @ in"
              + " user and password written as %2F %3A %40");
    }
    String name = "postgresql://" + parts.group("place");
    return new PostgresUrl(
        "jdbc:" + name + Optional.ofNullable(parts.group("query")).orElse(""),
        Optional.ofNullable(parts.group("user")).map(PostgresUrl::decoded),
        Optional.ofNullable(parts.group("password")).map(PostgresUrl::decoded),
        name);
  }

  /** A plus sign stands for itself in this part of an address. */
  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
