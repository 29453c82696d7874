package org.hone.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
 * learns from the one before. A trial of folds has a model for each, which teaches the same fold,
 * so that none has seen the rows that its pupil is validated by.
 *
 * @see <a href="https://arxiv.org/abs/1805.04770">Furlanello et al., ICML 2018, section 3</a>
 */
final class BornAgainPhase {
  /** Id of the technique that it uses. */
  static final String TECHNIQUE = "distillation";

  /** User attribute of such a trial: of which one it is, in which generation, with which models. */
  static final String ATTRIBUTE = "hone:born-again";

  private static final String OF = "of";
  private static final String GENERATION = "generation";
  private static final String MODELS = "models";

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

  /** The hashes of the models that a trial of this phase left behind, by fold. */
  static List<String> modelsOf(TrialRecord trial) {
    return trial.userAttributes().get(ATTRIBUTE) instanceof Map<?, ?> facts
            && facts.get(MODELS) instanceof List<?> hashes
        ? hashes.stream().map(String::valueOf).toList()
        : List.of();
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
    Teachers teachers = Teachers.NONE;
    for (int generation = 1; generation <= plan.generations(); generation++) {
      if (finished(study, best.get(), generation).isEmpty()) {
        teachers = teachers.isEmpty() ? trainAgain(study, best.get()) : teachers;
        if (teachers.isEmpty() || !bear(study, best.get(), generation, teachers)) {
          return false;
        }
      }
      teachers = finished(study, best.get(), generation).map(this::models).orElse(Teachers.NONE);
      if (teachers.isEmpty()) {
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

  private Teachers models(TrialRecord trial) {
    return trial.state() == TrialState.COMPLETE ? folder.teachers(modelsOf(trial)) : Teachers.NONE;
  }

  /**
   * The models of a trial, which were not kept: from the same seeds they are the same. None if the
   * user stopped it.
   */
  private Teachers trainAgain(Study study, TrialRecord best) throws IOException {
    String name = "trial " + best.number();
    listener.note(
        "%s is trained again, to be a teacher%s"
            .formatted(name, folds() > 1 ? " fold by fold" : ""));
    Path checkpoint = folder.checkpoints().ofTeacher(study.id(), "trial-" + best.number());
    TrialOrder order = order(best.parameters(), plan.seeds().ofTrial(best.number()), checkpoint);
    TrialReport report = runner.run(order, new TeacherPhase.Patience(name, listener, stop));
    if (report.status() != Status.COMPLETED && stop.getAsBoolean()) {
      return Teachers.NONE;
    }
    if (report.status() != Status.COMPLETED) {
      folder.checkpoints().forget(checkpoint);
      throw new UserException(
          "trial %d could not be trained again (teacher.born-again): %s"
              .formatted(best.number(), report.reason().orElse("it was stopped")));
    }
    Teachers kept = keep(order);
    folder.checkpoints().forget(checkpoint);
    return kept;
  }

  private int folds() {
    return plan.source().folds();
  }

  private Teachers keep(TrialOrder order) throws IOException {
    List<Artifact> kept = new ArrayList<>();
    for (int fold = 0; fold < folds(); fold++) {
      kept.add(folder.keepTeacher(order.modelOfFold(fold, folds()).orElseThrow()));
    }
    return new Teachers(kept);
  }

  /** Models lie beside the checkpoint until all are there, and go with it otherwise. */
  private TrialOrder order(ParameterValues point, long seed, Path checkpoint) throws IOException {
    Files.createDirectories(checkpoint.toAbsolutePath().getParent());
    return new TrialOrder(
        point,
        seed,
        plan.seeds().development(),
        false,
        Optional.of(checkpoint.resolveSibling(checkpoint.getFileName() + ".zip")),
        Optional.of(checkpoint));
  }

  /** Runs the trial of a generation; false if the user stopped it. */
  private boolean bear(Study study, TrialRecord best, int generation, Teachers teachers)
      throws IOException {
    Trial trial = study.ask(plan.assembly().with(best.parameters(), TECHNIQUE));
    trial.setUserAttribute(ATTRIBUTE, Map.of(OF, best.number(), GENERATION, generation));
    long seed = plan.seeds().ofTrial(trial.number());
    Provenance provenance = plan.provenance(runner, trial.parameters(), seed, teachers);
    trial.setProvenance(provenance);
    Path checkpoint = folder.checkpoints().of(study.id(), trial.number());
    TrialOrder order = order(trial.parameters(), seed, checkpoint).taughtBy(teachers);
    TrialReport report = runner.run(order, follower(trial, provenance));
    if (report.status() == Status.STOPPED && stop.getAsBoolean()) {
      return false;
    }
    if (!report.log().isEmpty()) {
      trial.setUserAttribute(TrialReport.LOG, report.log());
    }
    if (report.status() == Status.COMPLETED) {
      List<String> models = keep(order).models().stream().map(Artifact::sha256).toList();
      trial.setUserAttribute(
          ATTRIBUTE, Map.of(OF, best.number(), GENERATION, generation, MODELS, models));
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
