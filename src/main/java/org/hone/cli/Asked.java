package org.hone.cli;

import java.util.function.Supplier;
import org.hone.agent.UserException;
import org.hone.search.sampler.SpaceExhaustedException;

/** What the user asked for by name or address, where the library's complaint is the user's. */
final class Asked {
  private Asked() {}

  /**
   * What was asked for.
   *
   * @throws UserException if the library refuses it
   */
  static <T> T of(Supplier<T> library) {
    try {
      return library.get();
    } catch (IllegalArgumentException | IllegalStateException | SpaceExhaustedException e) {
      throw new UserException(String.valueOf(e.getMessage()));
    }
  }
}
