package org.hone.agent;

import java.security.CodeSource;
import java.util.Optional;
import java.util.function.Function;
import org.hone.api.technique.Technique;

/** Asks a technique, which may be anybody's, in this process: what it throws is said of it. */
record Asking(Technique technique) {

  static Asking of(Technique technique) {
    return new Asking(technique);
  }

  /**
   * What it answers.
   *
   * @throws UserException if it throws anything
   */
  <T> T answer(Function<Technique, T> question) {
    try {
      return question.apply(technique);
    } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
      throw new UserException(
          "technique '%s' (%s) failed when it was asked what it applies to: %s; take it off the"
                  .formatted(technique.id(), origin(), e)
              + " class path, or name the other techniques in the study file");
    }
  }

  private String origin() {
    String type = technique.getClass().getName();
    return Optional.ofNullable(technique.getClass().getProtectionDomain().getCodeSource())
        .map(CodeSource::getLocation)
        .map(location -> type + " of " + location.getPath())
        .orElse(type);
  }
}
