package org.hone.worker;

import java.io.IOException;
import java.util.Map;

/** How a worker's process is started. */
@FunctionalInterface
interface Launcher {
  /**
   * Starts a worker that will come to the door.
   *
   * @param more variables beside those of this process
   */
  Process start(Door door, Map<String, String> more) throws IOException;
}
