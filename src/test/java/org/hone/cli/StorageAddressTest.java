package org.hone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hone.agent.UserException;
import org.hone.search.storage.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StorageAddressTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%s/a.db",
        "sqlite:///%s/a.db",
        "sqlite:///%s/a.db?synchronous=full",
        "sqlite+pysqlite:///%s/a.db",
        "jdbc:sqlite:%s/a.db",
        "%s/a.db?synchronous=normal"
      })
  void aFileIsCreatedOnlyWhereThatIsMeant(String form) throws IOException {
    StorageAddress address = new StorageAddress(form.formatted(folder));

    assertThatExceptionOfType(UserException.class)
        .isThrownBy(address::openExisting)
        .withMessage("%s/a.db: no such file; --storage names one", folder);
    assertThat(Files.exists(folder.resolve("a.db"))).isFalse();
    address.open().close();
    try (Storage storage = address.openExisting()) {
      assertThat(storage.studyNames()).isEmpty();
    }
  }

  @Test
  void aPasswordIsNotShown() {
    assertThat(new StorageAddress("postgresql://me:se:c@ret@host/db").shown())
        .contains("postgresql://me:***@host/db");
    assertThat(new StorageAddress("postgresql://me@host/db").shown())
        .contains("postgresql://me@host/db");
    assertThat(new StorageAddress("sqlite:////tmp/a@b.db").shown())
        .contains("sqlite:////tmp/a@b.db");
    assertThat(new StorageAddress("memory:").shown()).isEmpty();
  }
}
