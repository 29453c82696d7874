package org.hone.search.storage.jdbc;

import java.time.Clock;
import java.util.Optional;
import org.hone.search.storage.Storage;
import org.hone.search.testkit.HeartbeatStorageContract;
import org.junit.jupiter.api.AfterEach;

class PostgresHeartbeatTest implements HeartbeatStorageContract {
  private Optional<Storage> open = Optional.empty();

  @Override
  public Storage storage(Clock clock) {
    Storage storage =
        JdbcStorage.open(PostgresServer.open(PostgresServer.newAddress()), () -> clock);
    open = Optional.of(storage);
    return storage;
  }

  @AfterEach
  void close() {
    open.ifPresent(Storage::close);
  }
}
