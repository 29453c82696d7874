package org.hone.search.storage;

import java.time.Clock;
import org.hone.search.testkit.HeartbeatStorageContract;

class InMemoryHeartbeatTest implements HeartbeatStorageContract {
  @Override
  public Storage storage(Clock clock) {
    return new InMemoryStorage(clock);
  }
}
