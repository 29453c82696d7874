package org.hone.search.storage.jdbc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.hone.search.storage.StorageException;
import org.jspecify.annotations.Nullable;

/**
 * One SQLite file and two connections to it: one reads, the other writes. With a write-ahead log
 * readers do not wait for writers; writers, also those of other processes, wait for one another.
 */
final class SqliteDatabase implements Database {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration PAUSE = Duration.ofMillis(5);
  private static final String BEGIN_READ = "begin";
  private static final String BEGIN_WRITE = "begin immediate";
  private static final Set<PosixFilePermission> WRITE =
      Set.of(
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_WRITE);

  private final Path file;
  private final Durability durability;
  private final SqliteDialect dialect = new SqliteDialect();
  private final Session writer;
  private @Nullable Session reader;

  SqliteDatabase(Path file, Durability durability) {
    this.file = file;
    this.durability = durability;
    this.writer = connect();
  }

  private Session connect() {
    requireWritableFile();
    Properties settings = new Properties();
    settings.setProperty("busy_timeout", String.valueOf(PATIENCE.toMillis()));
    settings.setProperty("synchronous", durability.name());
    try {
      return new Session(DriverManager.getConnection("jdbc:sqlite:" + file, settings));
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /**
   * Also holds for an administrator, whom the system would let write to a file that is marked
   * read-only.
   */
  private void requireWritableFile() {
    if (Files.isDirectory(file)) {
      throw new StorageException(file + " is a folder; a SQLite database is a file");
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      throw new StorageException("%s: there is no folder %s".formatted(file, folder));
    }
    if (Files.exists(file) && !isWritable(file)) {
      throw new StorageException(file + " is read-only; studies need a file that can be written");
    }
    if (folder != null && !isWritable(folder)) {
      throw new StorageException(
          "%s lies in a read-only folder; SQLite writes its log beside the file".formatted(file));
    }
  }

  private static boolean isWritable(Path path) {
    return Files.isWritable(path) && !isMarkedReadOnly(path);
  }

  private static boolean isMarkedReadOnly(Path path) {
    try {
      return Files.getPosixFilePermissions(path).stream().noneMatch(WRITE::contains);
    } catch (UnsupportedOperationException | IOException e) {
      return false;
    }
  }

  private StorageException failed(SQLException cause) {
    return SqliteFailure.exception(file, cause);
  }

  @Override
  public String name() {
    return file.toString();
  }

  @Override
  public Dialect dialect() {
    return dialect;
  }

  /**
   * The file remembers that it has a write-ahead log. Whoever brings that in needs the file for
   * itself for a moment, and SQLite does not wait for that: it could wait for ever.
   */
  @Override
  public void settle() {
    long start = System.nanoTime();
    while (!bringInLog(System.nanoTime() - start < PATIENCE.toNanos())) {
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    reader = connect();
  }

  private boolean bringInLog(boolean patient) {
    try {
      writer.execute("PRAGMA journal_mode=WAL");
      return true;
    } catch (SQLException e) {
      if (patient && SqliteFailure.BUSY.is(e)) {
        return false;
      }
      throw failed(e);
    }
  }

  @Override
  public <T> T read(Session.Work<T> work) {
    return run(reader == null ? writer : reader, BEGIN_READ, work);
  }

  @Override
  public <T> T write(Session.Work<T> work) {
    return run(writer, BEGIN_WRITE, work);
  }

  private <T> T run(Session session, String begin, Session.Work<T> work) {
    try {
      return session.run(begin, work);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** They are all on one machine. */
  @Override
  public Clock clock() {
    return Clock.systemUTC();
  }

  @Override
  public void close() {
    try (writer) {
      if (reader != null) {
        reader.close();
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }
}
