package org.hone.search.storage.jdbc;

import java.util.ArrayList;
import java.util.List;
import org.hone.search.storage.Storage;
import org.hone.search.testkit.SharedStorageContract;
import org.hone.search.testkit.StorageContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class PostgresStorageTest implements StorageContract, SharedStorageContract {
  private final List<Storage> open = new ArrayList<>();
  private String address = "";

  @BeforeEach
  void openFirst() {
    address = PostgresServer.newAddress();
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
    Storage next = Storages.open(address);
    open.add(next);
    return next;
  }

  /** A pool for each thread, as if they were processes. */
  @Override
  public Storage storageOf(int i) {
    while (open.size() <= i) {
      another();
    }
    return open.get(i);
  }
}
