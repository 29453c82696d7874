package org.hone.search.storage.jdbc;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real PostgreSQL server, one for all tests of a JVM, started when the first needs it and stopped
 * with the JVM. Each test has a schema of its own in it.
 */
final class PostgresServer {
  private static final AtomicInteger SCHEMAS = new AtomicInteger();

  private PostgresServer() {}

  /** Loaded, and with it the server started, on first use. */
  private static final class Running {
    static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder()
            .setServerConfig("fsync", "off")
            .setServerConfig("timezone", "America/New_York")
            .start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Skips the test where there are no binaries of the server. */
  static EmbeddedPostgres server() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    assumeTrue(
        system.contains("linux") && (machine.equals("amd64") || machine.equals("x86_64")),
        "the tests' PostgreSQL server is for linux-amd64, but this is " + system + "-" + machine);
    return Running.SERVER;
  }

  /** The address of a new, empty schema. */
  static String newAddress() {
    String schema = "test" + SCHEMAS.incrementAndGet();
    try (Connection connection = server().getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create schema " + schema);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return "postgresql+psycopg2://postgres:secret@localhost:%d/postgres?currentSchema=%s"
        .formatted(server().getPort(), schema);
  }

  static PostgresDatabase open(String address) {
    return new PostgresDatabase(PostgresUrl.ofSqlAlchemy(address));
  }
}
