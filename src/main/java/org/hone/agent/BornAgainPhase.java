package org.hone.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.hone.api.training.TrainingResult.Status;
import org.hone.search.space.ParameterValues;
import org.hone.search.study.Study;
import org.hone.search.study.Trial;
import org.hone.search.trial.Provenance;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;
import org.jspecify.annotations.Nullable;

/**
 * What comes after the search, if the study asks for it: the best recipe learns again, from labels
 * and from its own model, and its trial takes part in choosing the best. Each further generation
 * learns from the one before.
 *
 * @see <a href="https://arxiv.org/abs/1805.04770">Furlanello et al., ICML 2018, section 3</a>
 */
final class BornAgainPhase {
  /** Id of the technique that it uses. */
  static final String TECHNIQUE = "distillation";

  /** User attribute of such a trial: of which one it is, in which generation, with which model. */
  static final String ATTRIBUTE = "hone:born-again";

  private static final String OF = "of";
  private static final String GENERATION = "generation";
  private static final String MODEL = "model";

  private final TuningPlan plan;
  private final TrialRunner runner;
  private final TuningListener listener;
  private final RunFolder folder;
  private final BooleanSupplier stop;

  BornAgainPhase(
      TuningPlan plan,
      TrialRunner runner,
      TuningListener listener,
      RunFolder folder,
      BooleanSupplier stop) {
    this.plan = plan;
    this.runner = runner;
    this.listener = listener;
    this.folder = folder;
    this.stop = stop;
  }

  /** Whether a trial belongs to this phase and not to the search. */
  static boolean isBornAgain(TrialRecord trial) {
    return trial.userAttributes().containsKey(ATTRIBUTE);
  }

  /** The hash of the model that a trial of this phase left behind. */
  static Optional<String> modelOf(TrialRecord trial) {
    return trial.userAttributes().get(ATTRIBUTE) instanceof Map<?, ?> facts
            && facts.get(MODEL) instanceof String hash
        ? Optional.of(hash)
        : Optional.empty();
  }

  /**
   * Runs what is missing. A generation that failed leaves nobody to learn from, and is the last.
   *
   * @return whether nothing is missing; false if the user stopped it
   */
  boolean run(Study study) throws IOException {
    Optional<TrialRecord> best = SearchPhase.best(plan, study.snapshot());
    if (plan.generations() == 0 || best.isEmpty()) {
      return true;
    }
    Optional<Artifact> teacher = Optional.empty();
    for (int generation = 1; generation <= plan.generations(); generation++) {
      if (finished(study, best.get(), generation).isEmpty()) {
        teacher = teacher.isPresent() ? teacher : trainAgain(study, best.get());
        if (teacher.isEmpty() || !bear(study, best.get(), generation, teacher.get())) {
          return false;
        }
      }
      teacher = finished(study, best.get(), generation).flatMap(this::model);
      if (teacher.isEmpty()) {
        return true;
      }
    }
    return true;
  }

  private static Optional<TrialRecord> finished(Study study, TrialRecord best, int generation) {
    return study.snapshot().trials().stream()
        .filter(trial -> trial.state().isFinished() && !trial.isInterrupted())
        .filter(
            trial ->
                trial.userAttributes().get(ATTRIBUTE) instanceof Map<?, ?> facts
                    && isNumber(facts.get(OF), best.number())
                    && isNumber(facts.get(GENERATION), generation))
        .findFirst();
  }

  private static boolean isNumber(@Nullable Object seen, long expected) {
    return seen instanceof Number number && number.longValue() == expected;
  }

  private Optional<Artifact> model(TrialRecord trial) {
    return modelOf(trial)
        .filter(hash -> trial.state() == TrialState.COMPLETE)
        .map(hash -> new Artifact(folder.teacher(hash), hash));
  }

  /** The model of a trial, which was not kept: from the same seed it is the same. */
  private Optional<Artifact> trainAgain(Study study, TrialRecord best) throws IOException {
    String name = "trial " + best.number();
    listener.note(name + " is trained again, to be a teacher");
    Path fresh = fresh();
    Path checkpoint = folder.checkpoints().ofTeacher(study.id(), "trial-" + best.number());
    long seed = plan.seeds().ofTrial(best.number());
    TrialReport report =
        runner.run(
            order(best.parameters(), seed, fresh, checkpoint),
            new TeacherPhase.Patience(name, listener, stop));
    if (report.status() != Status.COMPLETED && stop.getAsBoolean()) {
      return Optional.empty();
    }
    Files.deleteIfExists(checkpoint);
    if (report.status() == Status.COMPLETED) {
      return Optional.of(folder.keepTeacher(fresh));
    }
    throw new UserException(
        "trial %d could not be trained again (teacher.born-again): %s"
            .formatted(best.number(), report.reason().orElse("it was stopped")));
  }

  private Path fresh() throws IOException {
    Files.createDirectories(folder.teachers());
    return folder.teachers().resolve("untried.zip");
  }

  private TrialOrder order(ParameterValues point, long seed, Path model, Path checkpoint) {
    return new TrialOrder(
        point,
        seed,
        plan.seeds().development(),
        false,
        Optional.of(model),
        Optional.of(checkpoint));
  }

  /** Runs the trial of a generation; false if the user stopped it. */
  private boolean bear(Study study, TrialRecord best, int generation, Artifact teacher)
      throws IOException {
    Trial trial = study.ask(plan.assembly().with(best.parameters(), TECHNIQUE));
    trial.setUserAttribute(ATTRIBUTE, Map.of(OF, best.number(), GENERATION, generation));
    long seed = plan.seeds().ofTrial(trial.number());
    Provenance provenance = plan.provenance(runner, trial.parameters(), seed, Teachers.of(teacher));
    trial.setProvenance(provenance);
    Path fresh = fresh();
    Path checkpoint = folder.checkpoints().of(study.id(), trial.number());
    TrialReport report =
        runner.run(
            order(trial.parameters(), seed, fresh, checkpoint).taughtBy(Teachers.of(teacher)),
            follower(trial, provenance));
    if (report.status() == Status.STOPPED && stop.getAsBoolean()) {
      return false;
    }
    if (!report.log().isEmpty()) {
      trial.setUserAttribute(TrialReport.LOG, report.log());
    }
    if (report.status() == Status.COMPLETED) {
      String model = folder.keepTeacher(fresh).sha256();
      trial.setUserAttribute(
          ATTRIBUTE, Map.of(OF, best.number(), GENERATION, generation, MODEL, model));
    }
    study.tell(trial, new TrialOutcome(plan).of(report));
    folder.checkpoints().forget(study.id(), trial.number());
    listener.finished(TuningListener.Phase.SEARCH, study.snapshot().trials().get(trial.number()));
    return true;
  }

  /** It is never pruned. */
  private TrialFollower follower(Trial trial, Provenance provenance) {
    TrialFollower.Scores scores =
        plan.source().objectives().size() > 1
            ? TrialFollower.Scores.SERIES
            : TrialFollower.Scores.KEPT;
    return new TrialFollower(
        trial, provenance, scores, plan.file().training().epochs(), listener, stop);
  }
}
