package org.hone.agent;

import java.nio.file.Path;
import java.util.Optional;
import org.hone.search.space.ParameterValues;

/**
 * What a runner is to do.
 *
 * @param point of the study's space: which techniques, how strong
 * @param seed from which all randomness of the training follows
 * @param developmentSeed from which the split into training and validation rows follows
 * @param test whether to look at the test rows at the end; never during a search
 * @param model where to save the trained model, with its preprocessing; empty to forget it
 * @param checkpoint where the training keeps its state, and finds it if it was cut off; empty for
 *     nowhere. The file is of this order alone
 * @param subject whose training it is
 * @param teacher a saved model that techniques may learn from
 */
public record TrialOrder(
    ParameterValues point,
    long seed,
    long developmentSeed,
    boolean test,
    Optional<Path> model,
    Optional<Path> checkpoint,
    Subject subject,
    Optional<Artifact> teacher) {

  /** Whose training it is. */
  public enum Subject {
    /** The study's network, with the techniques of the point. */
    TRIAL,
    /** The network that becomes the teacher, without techniques: the point says nothing. */
    TEACHER
  }

  /** A trial without a teacher. */
  public TrialOrder(
      ParameterValues point,
      long seed,
      long developmentSeed,
      boolean test,
      Optional<Path> model,
      Optional<Path> checkpoint) {
    this(point, seed, developmentSeed, test, model, checkpoint, Subject.TRIAL, Optional.empty());
  }

  /** The same with a teacher, if there is one. */
  TrialOrder taughtBy(Optional<Artifact> one) {
    return new TrialOrder(point, seed, developmentSeed, test, model, checkpoint, subject, one);
  }

  /** The training of the teacher itself. */
  static TrialOrder ofTeacher(ParameterValues point, long seed, long developmentSeed, Path model) {
    return new TrialOrder(
        point,
        seed,
        developmentSeed,
        false,
        Optional.of(model),
        Optional.empty(),
        Subject.TEACHER,
        Optional.empty());
  }
}
