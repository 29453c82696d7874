package org.hone.planted.cli;

import java.util.logging.Logger;

/** Counts in a static field, and logs with what nobody else uses. */
public final class Loud {
  private static int calls;

  private Loud() {}

  public static int call() {
    calls++;
    Logger.getLogger("loud").info("called");
    return calls;
  }
}
