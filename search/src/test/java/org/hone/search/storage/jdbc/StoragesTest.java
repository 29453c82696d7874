package org.hone.search.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.hone.search.storage.InMemoryStorage;
import org.hone.search.storage.Storage;
import org.hone.search.storage.StorageException;
import org.hone.search.testkit.Histories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoragesTest {
  @TempDir private Path folder;

  /** Each leads to the same file. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "%s",
        "sqlite:///%s",
        "SQLite:///%s",
        "sqlite+pysqlite:///%s",
        "jdbc:sqlite:%s",
        "%s?synchronous=FULL",
        "sqlite:///%s?synchronous=normal",
        "jdbc:sqlite:%s?synchronous=full"
      })
  void opensASqliteFileByAnyOfItsAddresses(String form) {
    Path file = folder.resolve("studies.db");
    try (Storage storage = Storages.open(form.formatted(file))) {
      storage.createStudy(Histories.plain("here"));
    }
    try (Storage storage = JdbcStorage.open(file)) {
      assertThat(storage.studyNames()).containsExactly("here");
    }
  }

  @Test
  void opensWhatDoesNotOutliveTheProcess() {
    try (Storage storage = Storages.open("memory:")) {
      assertThat(storage).isInstanceOf(InMemoryStorage.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mysql://ada:secret@localhost/studies",
        "redis://ada:secret@localhost",
        "jdbc:h2:/tmp/ada:secret",
        "sqlite://studies.db",
        "sqlite://",
        "sqlite:///:memory:",
        "studies.db?synchronous=never",
        "",
        "postgresql:studies"
      })
  void listsWhatIsAllowed(String address) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Storages.open(address))
        .withMessageContaining("no storage is known by the address")
        .withMessageContainingAll("sqlite:///studies.db", "postgresql://", "memory:")
        .withMessageNotContaining("secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql://ada:secret@localhost", "postgresql:///studies"})
  void saysWhatAPostgresAddressLooksLike(String address) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Storages.open(address))
        .withMessageContaining("postgresql://user:password@host:port/database")
        .withMessageNotContaining("secret");
  }

  @Test
  void readsPostgresAddresses() {
    PostgresUrl url =
        PostgresUrl.ofSqlAlchemy("postgresql+psycopg2://a%40b:p+%2F%3A@my_host:5433/db?ssl=true");
    assertThat(url.jdbc()).isEqualTo("jdbc:postgresql://my_host:5433/db?ssl=true");
    assertThat(url.user()).contains("a@b");
    assertThat(url.password()).contains("p+/:");
    assertThat(url).hasToString("postgresql://my_host:5433/db");
    PostgresUrl jdbc = PostgresUrl.ofJdbc("jdbc:postgresql://host/db?user=ada&password=secret");
    assertThat(jdbc.jdbc()).isEqualTo("jdbc:postgresql://host/db?user=ada&password=secret");
    assertThat(jdbc).hasToString("postgresql://host/db");
    assertThat(PostgresUrl.ofSqlAlchemy("postgres://host/db").user()).isEmpty();
  }

  @Test
  void leavesNoFileBehindForAFolderThatDoesNotExist() {
    assertThatThrownBy(() -> Storages.open("sqlite:///" + folder.resolve("no/studies.db")))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("there is no folder");
    assertThat(folder).isEmptyDirectory();
    assertThat(Files.exists(Path.of("no"))).isFalse();
  }
}
