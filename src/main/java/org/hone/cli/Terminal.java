package org.hone.cli;

import java.io.Console;
import org.jspecify.annotations.Nullable;

/** Whether somebody is looking. */
final class Terminal {
  private Terminal() {}

  /** Whether input and output are a terminal's. */
  @SuppressWarnings("SystemConsoleNull") // what it says of newer versions is seen to below
  static boolean isThere() {
    return isTerminal(System.console());
  }

  /** From Java 22 on there is a console even without a terminal, and a way to ask. */
  private static boolean isTerminal(@Nullable Console console) {
    if (console == null) {
      return false;
    }
    try {
      return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }
}
