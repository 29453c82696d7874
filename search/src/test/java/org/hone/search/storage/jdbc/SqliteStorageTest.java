package org.hone.search.storage.jdbc;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hone.search.storage.Storage;
import org.hone.search.testkit.SharedStorageContract;
import org.hone.search.testkit.StorageContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteStorageTest implements StorageContract, SharedStorageContract {
  @TempDir Path folder;
  private final List<Storage> open = new ArrayList<>();

  @BeforeEach
  void openFirst() {
    another();
  }

  @AfterEach
  void closeAll() {
    open.forEach(Storage::close);
  }

  @Override
  public Storage storage() {
    return open.get(0);
  }

  @Override
  public Storage another() {
    Storage next = JdbcStorage.open(folder.resolve("studies.db"));
    open.add(next);
    return next;
  }

  /** A connection for each thread, as if they were processes. */
  @Override
  public Storage storageOf(int i) {
    while (open.size() <= i) {
      another();
    }
    return open.get(i);
  }
}
