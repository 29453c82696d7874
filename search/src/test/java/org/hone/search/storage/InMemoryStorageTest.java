package org.hone.search.storage;

import org.hone.search.testkit.StorageContract;

class InMemoryStorageTest implements StorageContract {
  private final Storage storage = new InMemoryStorage();

  @Override
  public Storage storage() {
    return storage;
  }
}
