package org.hone.search.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hone.search.storage.StorageException;
import org.hone.search.testkit.Histories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpeningTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("studies.db");
  }

  private void execute(String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.executeUpdate(sql);
      }
    }
  }

  /** Refused with one clear message, the file left as it was. */
  private void assertRefused(String... parts) throws IOException {
    byte[] before = Files.readAllBytes(file);
    assertThatThrownBy(() -> JdbcStorage.open(file))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("studies.db")
        .hasMessageContainingAll(parts);
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void refusesAFileThatIsNoDatabase() throws IOException {
    Files.writeString(file, "x: 1\n".repeat(1000));
    assertRefused("not a database");
  }

  @Test
  void refusesSomebodyElsesDatabase() throws SQLException, IOException {
    execute("create table recipes (id integer)");
    assertRefused("is not a database of studies", "[recipes]");
  }

  @Test
  void refusesAnotherVersionOfOptuna() throws SQLException, IOException {
    JdbcStorage.open(file).close();
    execute("pragma journal_mode=delete", "update alembic_version set version_num = 'v2.6.0.a'");
    assertRefused("v2.6.0.a", "v3.2.0.a", "optuna storage upgrade");
    execute("delete from alembic_version");
    assertRefused("(none)");
  }

  @Test
  void refusesAnotherVersionOfHone() throws SQLException, IOException {
    JdbcStorage.open(file).close();
    execute("pragma journal_mode=delete", "update hone_schema set version = 2");
    assertRefused("version 2 of Hone's tables", "knows 1");
    execute("delete from hone_schema");
    assertRefused("(none)");
  }

  @Test
  void refusesAReadOnlyFile() throws SQLException, IOException {
    JdbcStorage.open(file).close();
    execute("pragma journal_mode=delete");
    assertThat(file.toFile().setReadOnly()).isTrue();
    assertRefused("read-only");
  }

  @Test
  void refusesAFolderThatDoesNotExist() {
    assertThatThrownBy(() -> JdbcStorage.open(folder.resolve("no/such/studies.db")))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("there is no folder")
        .hasMessageContaining("no/such");
  }

  @Test
  void refusesAFolderInPlaceOfAFile() throws IOException {
    Files.createDirectory(file);
    assertThatThrownBy(() -> JdbcStorage.open(file))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("studies.db is a folder");
  }

  @Test
  void refusesAReadOnlyFolder() throws IOException {
    Path closed = Files.createDirectory(folder.resolve("closed"));
    assertThat(closed.toFile().setWritable(false, false)).isTrue();
    assertThatThrownBy(() -> JdbcStorage.open(closed.resolve("studies.db")))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("read-only folder");
    assertThat(closed).isEmptyDirectory();
  }

  /** The second half of the first page, where the file tells what tables it has. */
  @Test
  void refusesADamagedFile() throws SQLException, IOException {
    JdbcStorage.open(file).close();
    execute("pragma journal_mode=delete");
    byte[] bytes = Files.readAllBytes(file);
    Arrays.fill(bytes, 100, 4096, (byte) 0xa5);
    Files.write(file, bytes);
    assertRefused("is damaged");
  }

  @Test
  void saysWhichFileIsDamagedWhenItTurnsOut() throws SQLException, IOException {
    try (JdbcStorage storage = JdbcStorage.open(file)) {
      storage.createStudy(Histories.plain("plain"));
    }
    execute("pragma journal_mode=delete");
    byte[] bytes = Files.readAllBytes(file);
    Arrays.fill(bytes, 4096, bytes.length, (byte) 0xa5);
    Files.write(file, bytes);
    assertThatThrownBy(
            () -> {
              try (JdbcStorage storage = JdbcStorage.open(file)) {
                storage.studyNames();
              }
            })
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("studies.db is damaged");
  }

  @Test
  void takesAnEmptyFileForANewOne() throws IOException {
    Files.createFile(file);
    try (JdbcStorage storage = JdbcStorage.open(file)) {
      assertThat(storage.studyNames()).isEmpty();
    }
  }

  @Test
  void saysWhenItIsClosed() {
    JdbcStorage storage = JdbcStorage.open(file);
    storage.close();
    assertThatThrownBy(storage::studyNames)
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("studies.db");
  }

  @Test
  void saysWhichJsonIsBroken() throws SQLException {
    try (JdbcStorage storage = JdbcStorage.open(file)) {
      long study = storage.createStudy(Histories.plain("plain"));
      execute("update hone_studies set catalogue_json = '{\"techniques\": 3}'");
      assertThatThrownBy(() -> storage.snapshot(study))
          .isInstanceOf(StorageException.class)
          .hasMessageContaining("{\"techniques\": 3}");
      execute("update hone_studies set space_json = '{'");
      assertThatThrownBy(() -> storage.snapshot(study))
          .isInstanceOf(StorageException.class)
          .hasMessageContaining("broken JSON: {");
    }
  }

  @Test
  void isCreatedOnceWhenManyOpenItAtOnce() throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(4);
    try {
      Callable<List<String>> opening =
          () -> {
            try (JdbcStorage storage = JdbcStorage.open(file)) {
              return storage.studyNames();
            }
          };
      for (Future<List<String>> names :
          executor.invokeAll(List.of(opening, opening, opening, opening))) {
        assertThat(names.get()).isEmpty();
      }
    } finally {
      executor.shutdownNow();
    }
  }

  /** As when two processes open it for the first time at the same moment. */
  @Test
  void waitsForWhoeverHoldsAFileThatHasNoLogYet() throws Exception {
    JdbcStorage.open(file).close();
    execute("pragma journal_mode=delete");
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = other.createStatement()) {
      statement.execute("begin");
      statement.executeQuery("select * from studies").close();
      CompletableFuture<JdbcStorage> opening =
          CompletableFuture.supplyAsync(() -> JdbcStorage.open(file));
      assertThatThrownBy(() -> opening.get(200, TimeUnit.MILLISECONDS))
          .isInstanceOf(TimeoutException.class);
      statement.execute("commit");
      try (JdbcStorage storage = opening.get()) {
        assertThat(storage.studyNames()).isEmpty();
      }
    }
  }
}
