package org.hone.agent;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.hone.api.training.Meters;
import org.hone.api.training.TrainingResult.Status;
import org.hone.reports.analysis.Evidence;
import org.hone.search.space.CategoricalDistribution;
import org.hone.search.space.IntDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.hone.search.study.Outcome;
import org.hone.search.study.Study;
import org.hone.search.study.Trial;
import org.hone.search.trial.Provenance;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;

/**
 * The confirmation: baseline and best recipe trained anew, each with the same seeds and on the same
 * new splits of the development rows, and measured once on the test rows that the search never saw.
 * It is a study of its own, so that it goes on where it was cut off.
 */
final class ConfirmationPhase {
  private static final int MOST_SEEDS = 1_000_000;
  private static final String OF_TRIAL = " confirmation of trial ";

  static final SearchSpace SPACE =
      SearchSpace.of(
          Parameter.of(
              Evidence.RECIPE, CategoricalDistribution.of(Evidence.BASELINE, Evidence.BEST)),
          Parameter.of(Evidence.SEED, IntDistribution.of(1, MOST_SEEDS)));

  private final TuningPlan plan;
  private final TrialRunner runner;
  private final TuningListener listener;
  private final CheckpointFolder checkpoints;
  private final Lanes lanes;
  private final Teachers teachers;

  /**
   * @param checkpoints of running trials
   * @param stop whether the user wants to stop
   * @param teachers of the search
   */
  ConfirmationPhase(
      TuningPlan plan,
      TrialRunner runner,
      TuningListener listener,
      CheckpointFolder checkpoints,
      BooleanSupplier stop,
      Teachers teachers) {
    this.plan = plan;
    this.teachers = teachers;
    this.runner = runner;
    this.listener = listener;
    this.checkpoints = checkpoints;
    this.lanes = new Lanes(runner.slots(), stop);
  }

  /**
   * A confirmation belongs to the trial it confirms: when a longer search finds a better one, there
   * is another.
   */
  static String name(String study, TrialRecord best) {
    return study + OF_TRIAL + best.number();
  }

  /** Whether a study of this name confirms a trial of the other. */
  static boolean confirms(String name, String study) {
    return name.startsWith(study + OF_TRIAL);
  }

  /**
   * Runs what is missing.
   *
   * @param best the trial to confirm; if it is the baseline, that alone runs
   * @param models where the trained models of the best recipe are kept
   * @return whether nothing is missing; false if the user stopped it
   */
  boolean run(Study study, TrialRecord best, ConfirmedModels models) {
    Map<String, ParameterValues> recipes = new TreeMap<>();
    recipes.put(Evidence.BASELINE, plan.assembly().baseline());
    recipes.put(handedOver(best), best.parameters());
    List<ParameterValues> wanted = wanted(List.copyOf(recipes.keySet()));
    int done = wanted.size() - missing(wanted, study, ConfirmationPhase::isDone).size();
    listener.began(TuningListener.Phase.CONFIRMATION, wanted.size(), done, Optional.of(best));
    Unfinished unfinished = new Unfinished(study);
    lanes.run(
        () -> {
          Optional<Trial> next = next(study, unfinished, wanted);
          while (next.isPresent()) {
            Trial trial = next.get();
            String recipe = trial.parameters().category(Evidence.RECIPE);
            Optional<Path> model =
                recipe.equals(handedOver(best))
                    ? Optional.of(models.of(trial.parameters().integer(Evidence.SEED)))
                    : Optional.empty();
            ParameterValues point = recipes.getOrDefault(recipe, best.parameters());
            run(study, trial, point, model, unfinished.has(trial));
            next = next(study, unfinished, wanted);
          }
        });
    return missing(wanted, study, ConfirmationPhase::isDone).isEmpty();
  }

  private static boolean isDone(TrialRecord trial) {
    return trial.state().isFinished() && !trial.isInterrupted();
  }

  private static boolean isBegun(TrialRecord trial) {
    return isDone(trial) || trial.state() == TrialState.RUNNING;
  }

  /** The recipe whose models are kept. */
  static String handedOver(TrialRecord best) {
    return Evidence.isBaseline(best) ? Evidence.BASELINE : Evidence.BEST;
  }

  /** What was cut off comes first. */
  private synchronized Optional<Trial> next(
      Study study, Unfinished unfinished, List<ParameterValues> wanted) {
    if (unfinished.size() > 0 && !lanes.isOver()) {
      return unfinished.next();
    }
    List<ParameterValues> left = missing(wanted, study, ConfirmationPhase::isBegun);
    if (left.isEmpty() || lanes.isOver()) {
      return Optional.empty();
    }
    boolean waiting = study.snapshot().in(TrialState.WAITING).findAny().isPresent();
    return Optional.of(waiting ? study.ask() : study.ask(left.get(0)));
  }

  private List<ParameterValues> wanted(List<String> recipes) {
    List<ParameterValues> wanted = new ArrayList<>();
    for (int seed = 1; seed <= plan.file().confirmationSeeds(); seed++) {
      for (String recipe : recipes) {
        wanted.add(SPACE.fromExternal(Map.of(Evidence.RECIPE, recipe, Evidence.SEED, seed)));
      }
    }
    return wanted;
  }

  private static List<ParameterValues> missing(
      List<ParameterValues> wanted, Study study, Predicate<TrialRecord> there) {
    List<ParameterValues> done =
        study.snapshot().trials().stream().filter(there).map(TrialRecord::parameters).toList();
    return wanted.stream().filter(point -> !done.contains(point)).toList();
  }

  /**
   * @param again whether an earlier process was at it
   */
  private void run(
      Study study, Trial trial, ParameterValues point, Optional<Path> model, boolean again) {
    long seed = plan.seeds().ofConfirmation(trial.parameters().integer(Evidence.SEED));
    Provenance provenance = plan.provenance(runner, point, seed, teachers);
    trial.setProvenance(provenance);
    int epochs = plan.file().training().epochs();
    TrialRecord seen = study.snapshot().trials().get(trial.number());
    TimeAtWork time = new TimeAtWork(trial, seen, again, System::nanoTime);
    TrialReport report =
        runner.run(
            new TrialOrder(
                    point,
                    seed,
                    seed,
                    true,
                    model,
                    Optional.of(checkpoints.of(study.id(), trial.number())))
                .taughtBy(teachers),
            new TrialFollower(
                    trial, provenance, TrialFollower.Scores.KEPT, epochs, listener, lanes::isOver)
                .after(seen)
                .timedBy(time));
    if (report.status() == Status.STOPPED && lanes.isOver()) {
      time.pauses();
      return;
    }
    time.ends();
    if (!report.log().isEmpty()) {
      trial.setUserAttribute(TrialReport.LOG, report.log());
    }
    report.figures().forEach(trial::setUserAttribute);
    study.tell(trial, outcome(report));
    checkpoints.forget(study.id(), trial.number());
    listener.finished(
        TuningListener.Phase.CONFIRMATION, study.snapshot().trials().get(trial.number()));
  }

  private static Outcome outcome(TrialReport report) {
    return report.status() == Status.COMPLETED
        ? Outcome.complete(report.figures().getOrDefault(Meters.TEST_SCORE, Double.NaN))
        : Outcome.failed(report.reason().orElse("failed"));
  }
}
