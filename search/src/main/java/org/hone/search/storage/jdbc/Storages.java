package org.hone.search.storage.jdbc;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hone.search.storage.InMemoryStorage;
import org.hone.search.storage.Storage;
import org.hone.search.storage.StorageException;

/** Opens whatever storage an address names. */
public final class Storages {
  private static final String ALLOWED =
      """
      allowed are
        a file's name                               a SQLite file, such as studies.db
        sqlite:///studies.db                        the same as Optuna writes it; sqlite:////tmp/studies.db from the root
        jdbc:sqlite:studies.db                      the same as Java writes it
        postgresql://user:password@host:port/name   a PostgreSQL database; jdbc:postgresql://... too
        memory:                                     nothing outlives the process
      ?synchronous=full after a SQLite address waits for the disk at every commit""";

  /** One letter is a drive of Windows. */
  private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):.*");

  private Storages() {}

  /**
   * Opens a storage; a SQLite file and the tables of an empty database are created.
   *
   * @param address {@code studies.db}, {@code sqlite:///studies.db}, {@code
   *     sqlite:////tmp/studies.db} (each also with {@code ?synchronous=full}, see {@link
   *     Durability}), {@code jdbc:sqlite:studies.db}, {@code
   *     postgresql://user:password@host:port/database}, {@code jdbc:postgresql://...}, or {@code
   *     memory:}
   * @throws IllegalArgumentException if there is no such kind of storage; the message lists those
   *     there are
   * @throws StorageException if it cannot be opened or belongs to something else; it is left as it
   *     was
   */
  public static Storage open(String address) {
    try {
      return opened(address);
    } catch (NoClassDefFoundError e) {
      throw new StorageException(
          "PostgreSQL needs org.postgresql:postgresql and com.zaxxer:HikariCP on the class path",
          e);
    }
  }

  private static Storage opened(String address) {
    Matcher matcher = SCHEME.matcher(address);
    if (!matcher.matches()) {
      return file(address, address);
    }
    String scheme = matcher.group(1).toLowerCase(Locale.ROOT).replaceFirst("\\+.*", "");
    return switch (scheme) {
      case "memory" -> new InMemoryStorage();
      case "sqlite" -> file(address, afterSlashes(address));
      case "postgresql", "postgres" -> postgres(PostgresUrl.ofSqlAlchemy(withSlashes(address)));
      case "jdbc" -> jdbc(address);
      default -> throw unknown(scheme + ":");
    };
  }

  private static Storage jdbc(String address) {
    if (address.startsWith("jdbc:sqlite:")) {
      return file(address, address.substring("jdbc:sqlite:".length()));
    }
    if (address.startsWith("jdbc:postgresql:")) {
      return postgres(PostgresUrl.ofJdbc(address));
    }
    throw unknown(address.replaceFirst("^(jdbc:[^:]*:).*", "$1"));
  }

  private static Storage postgres(PostgresUrl url) {
    return JdbcStorage.open(new PostgresDatabase(url));
  }

  /** Three slashes lead to a relative path, four to an absolute one. */
  private static String afterSlashes(String address) {
    String rest = address.substring(address.indexOf(':') + 1);
    if (!rest.startsWith("///") || rest.length() == 3) {
      throw unknown(address);
    }
    return rest.substring(3);
  }

  private static String withSlashes(String address) {
    if (!address.contains("://")) {
      throw unknown("postgresql: without //");
    }
    return address;
  }

  private static Storage file(String address, String path) {
    String[] parts = path.split("\\?", 2);
    if (parts[0].isBlank() || parts[0].contains(":memory:")) {
      throw unknown(address);
    }
    Durability durability = parts.length > 1 ? durability(parts[1]) : Durability.NORMAL;
    try {
      return JdbcStorage.open(Path.of(parts[0]), durability);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("no file can be called '%s'".formatted(parts[0]), e);
    }
  }

  private static Durability durability(String setting) {
    return switch (setting.toLowerCase(Locale.ROOT)) {
      case "synchronous=normal" -> Durability.NORMAL;
      case "synchronous=full" -> Durability.FULL;
      default -> throw unknown("?" + setting);
    };
  }

  private static IllegalArgumentException unknown(String what) {
    return new IllegalArgumentException(
        "no storage is known by the address '%s'; %s".formatted(what, ALLOWED));
  }
}
