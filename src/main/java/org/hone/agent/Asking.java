package org.hone.agent;

import java.util.Optional;
import java.util.function.Function;
import org.hone.api.technique.Technique;
import org.hone.api.training.Task;
import org.hone.extension.Provider;
import org.hone.search.space.SearchSpace;

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
          failure(e) + "; do without its jar, or name the other techniques in the study file");
    }
  }

  /** Why it cannot be used for the task; empty if it answers what it is asked. */
  Optional<String> trouble(Task task) {
    try {
      if (technique.appliesTo(task)) {
        SearchSpace space = technique.parameters(task);
        return space == null ? Optional.of(failure("it has no parameters()")) : Optional.empty();
      }
      return Optional.empty();
    } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
      return Optional.of(failure(e));
    }
  }

  private String failure(Object what) {
    return "technique '%s' (%s of %s) failed when it was asked what it applies to: %s"
        .formatted(
            technique.id(), technique.getClass().getName(), Provider.of(technique).text(), what);
  }
}
