package org.hone.search.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hone.search.storage.Storage;
import org.hone.search.storage.StorageException;
import org.hone.search.testkit.Histories;
import org.junit.jupiter.api.Test;

class PostgresOpeningTest {

  private static void execute(String address, String... statements) {
    try (Database database = PostgresServer.open(address)) {
      database.write(
          s -> {
            for (String sql : statements) {
              s.execute(sql);
            }
            return true;
          });
    }
  }

  /** Everything in the schema's tables, as text. */
  private static List<String> content(String address) {
    try (Database database = PostgresServer.open(address)) {
      return database.read(
          s -> {
            List<String> content = new ArrayList<>();
            for (String table : database.dialect().tables(s)) {
              content.add(table);
              content.addAll(s.all("select t::text from " + table + " t", row -> row.getString(1)));
            }
            return content;
          });
    }
  }

  private static void assertRefused(String address, String... parts) {
    List<String> before = content(address);
    assertThatThrownBy(() -> Storages.open(address))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("postgresql://localhost:")
        .hasMessageContainingAll(parts)
        .hasMessageNotContaining("secret");
    assertThat(content(address)).isEqualTo(before);
  }

  @Test
  void refusesSomebodyElsesTables() {
    String address = PostgresServer.newAddress();
    execute(address, "create table recipes (id integer)");
    assertRefused(address, "is not a database of studies", "[recipes]");
  }

  @Test
  void refusesAnotherVersionOfOptuna() {
    String address = PostgresServer.newAddress();
    Storages.open(address).close();
    execute(address, "update alembic_version set version_num = 'v2.6.0.a'");
    assertRefused(address, "v2.6.0.a", "v3.2.0.a", "optuna storage upgrade");
  }

  @Test
  void refusesAnotherVersionOfHone() {
    String address = PostgresServer.newAddress();
    Storages.open(address).close();
    execute(address, "update hone_schema set version = 2");
    assertRefused(address, "version 2 of Hone's tables", "knows 1");
  }

  /** Somebody without the right to write in the schema. */
  @Test
  void saysWhatIsNotPermitted() {
    String address = PostgresServer.newAddress();
    execute(
        address,
        "drop role if exists reader",
        "create role reader login",
        "do $$ begin execute 'grant usage on schema ' || current_schema() || ' to reader'; end $$");
    assertThatThrownBy(() -> Storages.open(address.replace("postgres:secret", "reader:secret")))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("postgresql://localhost:")
        .hasMessageContaining("permission denied");
    assertThat(content(address)).isEmpty();
  }

  @Test
  void saysWhichDatabaseThereIsNot() {
    String address = PostgresServer.newAddress().replace("/postgres?", "/nowhere?");
    assertThatThrownBy(() -> Storages.open(address))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("cannot be opened")
        .hasMessageContaining("\"nowhere\" does not exist");
  }

  /** The tests' server trusts everybody else. */
  @Test
  void saysThatThePasswordIsWrong() throws IOException {
    String address = PostgresServer.newAddress();
    try (Database database = PostgresServer.open(address)) {
      Path rules = Path.of(answer(database, "show hba_file"));
      String before = Files.readString(rules);
      execute(address, "drop role if exists guarded", "create role guarded login password 'key'");
      Files.writeString(rules, "host all guarded all scram-sha-256\n" + before);
      answer(database, "select pg_reload_conf()");
      try {
        assertThat(untilItIsRefused(address.replace("postgres:secret", "guarded:secret")))
            .contains("cannot be opened")
            .contains("password authentication failed for user \"guarded\"")
            .doesNotContain("secret");
      } finally {
        Files.writeString(rules, before);
        answer(database, "select pg_reload_conf()");
      }
    }
  }

  /** The server takes a moment until it knows the new rules. */
  private static String untilItIsRefused(String address) {
    String message = "";
    for (int attempt = 0; attempt < 100 && !message.contains("password"); attempt++) {
      Throwable failure = catchThrowable(() -> Storages.open(address).close());
      message = failure == null ? "" : String.valueOf(failure.getMessage());
    }
    return message;
  }

  private static String answer(Database database, String question) {
    return database.<String>read(s -> s.first(question, row -> row.getString(1)).orElseThrow());
  }

  @Test
  void saysThatNobodyAnswers() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    assertThatThrownBy(() -> Storages.open("postgresql://ada:secret@localhost:" + free + "/db"))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("postgresql://localhost:" + free + "/db cannot be opened")
        .hasMessageContaining("refused")
        .hasMessageNotContaining("secret");
  }

  @Test
  void isCreatedOnceWhenManyOpenItAtOnce() throws Exception {
    String address = PostgresServer.newAddress();
    ExecutorService executor = Executors.newFixedThreadPool(4);
    try {
      Callable<List<String>> opening =
          () -> {
            try (Storage storage = Storages.open(address)) {
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

  @Test
  void takesTheTablesThatOptunaMade() {
    String address = PostgresServer.newAddress();
    Storages.open(address).close();
    execute(
        address,
        "drop table hone_series, hone_provenance, hone_studies, hone_schema",
        "insert into studies (study_name) values ('from-python')",
        "insert into study_directions (direction, study_id, objective) values ('MAXIMIZE', 1, 0)");
    try (Storage storage = Storages.open(address)) {
      assertThat(storage.studyNames()).containsExactly("from-python");
      assertThat(storage.snapshot(1).definition().space()).isEmpty();
      storage.createStudy(Histories.plain("from-java"));
    }
    execute(
        address, "delete from study_directions", "delete from studies where study_name like '%a'");
    assertThat(content(address)).doesNotContain("from-java");
  }
}
