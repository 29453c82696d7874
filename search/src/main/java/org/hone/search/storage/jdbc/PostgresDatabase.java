package org.hone.search.storage.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.hone.search.storage.StorageException;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL server's database, and a pool of connections to it. */
final class PostgresDatabase implements Database {
  /** A call holds a connection for about a millisecond, so that few serve many threads. */
  private static final int CONNECTIONS = 4;

  /**
   * Every query goes by an index. A plan that was made while a table was small, or before the
   * server first counted its rows, would scan it to the end however large it grows.
   */
  private static final String USE_INDEXES = "set enable_seqscan = off";

  private static final String BEGIN_READ = "begin isolation level repeatable read read only";
  private static final String BEGIN_WRITE = "begin";

  private final PostgresUrl url;
  private final PostgresDialect dialect = new PostgresDialect();
  private final HikariDataSource pool;

  PostgresDatabase(PostgresUrl url) {
    this.url = url;
    this.pool = pool();
  }

  private HikariDataSource pool() {
    HikariConfig settings = new HikariConfig();
    settings.setPoolName("hone");
    settings.setJdbcUrl(url.jdbc());
    url.user().ifPresent(settings::setUsername);
    url.password().ifPresent(settings::setPassword);
    settings.setMaximumPoolSize(CONNECTIONS);
    settings.setMinimumIdle(1);
    settings.setConnectionInitSql(USE_INDEXES);
    settings.addDataSourceProperty("ApplicationName", "hone");
    settings.addDataSourceProperty("stringtype", "unspecified");
    settings.addDataSourceProperty("reWriteBatchedInserts", "true");
    try {
      return new HikariDataSource(settings);
    } catch (PoolInitializationException e) {
      throw new StorageException("%s cannot be opened: %s".formatted(name(), reason(e)), e);
    }
  }

  private static @Nullable String reason(Throwable failure) {
    Throwable cause = failure.getCause();
    return cause == null ? failure.getMessage() : cause.getMessage();
  }

  @Override
  public String name() {
    return url.name();
  }

  @Override
  public Dialect dialect() {
    return dialect;
  }

  private static final String NOW = "select clock_timestamp() at time zone 'utc'";

  /**
   * The server's clock, so that processes on several machines agree on what is late. One that
   * differs from ours by less than a second is taken to be the same.
   */
  @Override
  public Clock clock() {
    Clock ours = Clock.systemUTC();
    Instant server =
        read(s -> s.first(NOW, row -> row.getObject(1, LocalDateTime.class)).orElseThrow())
            .toInstant(ZoneOffset.UTC);
    Duration ahead = Duration.between(ours.instant(), server);
    return ahead.abs().toSeconds() < 1 ? ours : Clock.offset(ours, ahead);
  }

  @Override
  public <T> T read(Session.Work<T> work) {
    return run(BEGIN_READ, work);
  }

  @Override
  public <T> T write(Session.Work<T> work) {
    return run(BEGIN_WRITE, work);
  }

  private <T> T run(String begin, Session.Work<T> work) {
    try (Session session = new Session(pool.getConnection())) {
      return session.run(begin, work);
    } catch (SQLException e) {
      throw new StorageException(name() + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void settle() {}

  @Override
  public void close() {
    pool.close();
  }
}
