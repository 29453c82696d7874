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
 * @param model where to save the trained model, with its preprocessing; empty to forget it. A trial
 *     of folds has several, see {@link #modelOfFold}
 * @param checkpoint where the training keeps its state, and finds it if it was cut off; empty for
 *     nowhere. The file is of this order alone
 * @param subject whose training it is
 * @param teachers saved models that techniques may learn from
 */
public record TrialOrder(
    ParameterValues point,
    long seed,
    long developmentSeed,
    boolean test,
    Optional<Path> model,
    Optional<Path> checkpoint,
    Subject subject,
    Teachers teachers) {

  /**
   * Whose training it is.
   *
   * @param kind trial or teacher
   * @param fold that validates a teacher, from 0; of a trial it says nothing
   */
  public record Subject(Kind kind, int fold) {
    /** A trial: the study's network, with the techniques of the point. */
    public static final Subject TRIAL = new Subject(Kind.TRIAL, 0);

    /** What is trained. */
    public enum Kind {
      /** The study's network, with the techniques of the point. */
      TRIAL,
      /** The network that becomes the teacher, without techniques: the point says nothing. */
      TEACHER
    }
  }

  /** A trial without a teacher. */
  public TrialOrder(
      ParameterValues point,
      long seed,
      long developmentSeed,
      boolean test,
      Optional<Path> model,
      Optional<Path> checkpoint) {
    this(point, seed, developmentSeed, test, model, checkpoint, Subject.TRIAL, Teachers.NONE);
  }

  /**
   * Where to save the model that a fold validates, beside the place of a single one.
   *
   * @param fold from 0
   * @param folds of the trial; if it is one, that model is the single one
   */
  public Optional<Path> modelOfFold(int fold, int folds) {
    return folds == 1
        ? model
        : model.map(file -> file.resolveSibling("%s.fold-%d".formatted(file.getFileName(), fold)));
  }

  /** The same with teachers, if there are any. */
  TrialOrder taughtBy(Teachers some) {
    return new TrialOrder(point, seed, developmentSeed, test, model, checkpoint, subject, some);
  }

  /**
   * The training of a teacher itself.
   *
   * @param fold that validates, from 0
   */
  static TrialOrder ofTeacher(
      ParameterValues point, Seeds seeds, int fold, Path model, Path checkpoint) {
    return new TrialOrder(
        point,
        seeds.ofTeacher(fold),
        seeds.development(),
        false,
        Optional.of(model),
        Optional.of(checkpoint),
        new Subject(Subject.Kind.TEACHER, fold),
        Teachers.NONE);
  }
}
