package org.hone.agent;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.hone.api.training.TrainingResult.Status;
import org.hone.config.TimeSpan;
import org.hone.reports.analysis.Evidence;
import org.hone.search.space.Direction;
import org.hone.search.space.ParameterValues;
import org.hone.search.study.Study;
import org.hone.search.study.Trial;
import org.hone.search.trial.Provenance;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;

/**
 * The search: the baseline first, then each technique alone, then what the sampler proposes, until
 * the budget is used up. What the others are measured by is never pruned.
 */
final class SearchPhase {
  private final TuningPlan plan;
  private final TrialRunner runner;
  private final TuningListener listener;
  private final CheckpointFolder checkpoints;
  private final Lanes lanes;
  private final BooleanSupplier stop;
  private final Teachers teachers;
  private final long begin = System.nanoTime();
  private Optional<String> timedOut = Optional.empty();

  /**
   * @param checkpoints of running trials
   * @param stop whether the user wants to stop
   * @param teachers of all trials
   */
  SearchPhase(
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
    this.stop = stop;
    this.lanes = new Lanes(runner.slots(), stop);
  }

  /**
   * Runs trials; those that run when the user stops are left running, to go on another time.
   *
   * @return whether the search is over; false if the user stopped it
   */
  boolean run(Study study) {
    int total = plan.trials();
    StudySnapshot before = study.snapshot();
    if (before.in(TrialState.WAITING).count() == before.trials().size()) {
      // nothing has begun; what was enqueued before a crash stays
      opening(total).stream().skip(before.trials().size()).forEach(study::enqueue);
    }
    int done = Math.min(total, finished(before));
    listener.began(TuningListener.Phase.SEARCH, total, done, best(before));
    Unfinished unfinished = new Unfinished(study);
    if (done < total) {
      runner.prepare(stop);
    }
    lanes.run(() -> work(study, unfinished, total));
    int ended = finished(study.snapshot());
    if (ended < total && !lanes.isOver()) {
      timedOut = plan.file().study().timeout().map(limit -> timedOut(limit, ended, total));
    }
    return ended >= total || !stop.getAsBoolean();
  }

  /** What is to be said of a search that the timeout ended; empty if it did not. */
  Optional<String> timedOut() {
    return timedOut;
  }

  private static String timedOut(Duration limit, int ended, int total) {
    return "the search ended at study.timeout (%s), after %d of %d trials"
        .formatted(TimeSpan.write(limit), ended, total);
  }

  /** By the first objective. */
  private Optional<TrialRecord> best(StudySnapshot study) {
    return best(plan, study);
  }

  /** The trial that the search found best, by the first objective. */
  static Optional<TrialRecord> best(TuningPlan plan, StudySnapshot study) {
    Direction direction = plan.source().metric().direction();
    return study
        .in(TrialState.COMPLETE)
        .filter(trial -> !BornAgainPhase.isBornAgain(trial))
        .min(Comparator.comparingDouble(trial -> direction.toLoss(trial.values().get(0))));
  }

  private void work(Study study, Unfinished unfinished, int total) {
    Optional<Trial> next = next(study, unfinished, total);
    while (next.isPresent()) {
      run(study, next.get(), unfinished.has(next.get()));
      next = next(study, unfinished, total);
    }
  }

  /** One at a time, so that trials are asked for in the order of their numbers. */
  private synchronized Optional<Trial> next(Study study, Unfinished unfinished, int total) {
    StudySnapshot now = study.snapshot();
    long begun = finished(now) + now.in(TrialState.RUNNING).count() - unfinished.size();
    if (begun >= total || lanes.isOver() || (begun > 0 && isOver())) {
      return Optional.empty();
    }
    return unfinished.next().or(() -> Optional.of(study.ask()));
  }

  /** The baseline, and then each technique alone if that leaves half of the budget for the rest. */
  private List<ParameterValues> opening(int total) {
    List<ParameterValues> opening = new ArrayList<>(List.of(plan.assembly().baseline()));
    List<ParameterValues> screening = plan.screening();
    if (1 + screening.size() <= total / 2) {
      opening.addAll(screening);
    }
    return opening;
  }

  private boolean isOver() {
    return lanes.isOver()
        || plan.file()
            .study()
            .timeout()
            .filter(timeout -> System.nanoTime() - begin >= timeout.toNanos())
            .isPresent();
  }

  /** Trials that count towards the budget: one that was cut off from outside is tried again. */
  private static int finished(StudySnapshot snapshot) {
    return (int)
        snapshot.trials().stream()
            .filter(trial -> trial.state().isFinished() && !trial.isInterrupted())
            .filter(trial -> !BornAgainPhase.isBornAgain(trial))
            .count();
  }

  private void run(Study study, Trial trial, boolean again) {
    boolean baseline = trial.parameters().equals(plan.assembly().baseline());
    long seed = plan.seeds().ofTrial(trial.number());
    Provenance provenance = plan.provenance(runner, trial.parameters(), seed, teachers);
    trial.setProvenance(provenance);
    TrialOrder order =
        new TrialOrder(
                trial.parameters(),
                seed,
                plan.seeds().development(),
                false,
                Optional.empty(),
                Optional.of(checkpoints.of(study.id(), trial.number())))
            .taughtBy(teachers);
    TrialRecord seen = study.snapshot().trials().get(trial.number());
    TimeAtWork time = new TimeAtWork(trial, seen, again, System::nanoTime);
    TrialReport report =
        runner.run(order, follower(trial, provenance, baseline).after(seen).timedBy(time));
    if (report.status() == Status.STOPPED && lanes.isOver()) {
      time.pauses();
      return;
    }
    time.ends();
    if (!report.log().isEmpty()) {
      trial.setUserAttribute(TrialReport.LOG, report.log());
    }
    if (baseline) {
      trial.setUserAttribute(Evidence.ROLE, Evidence.BASELINE);
    }
    study.tell(trial, new TrialOutcome(plan).of(report));
    checkpoints.forget(study.id(), trial.number());
    listener.finished(TuningListener.Phase.SEARCH, study.snapshot().trials().get(trial.number()));
  }

  /** Without a baseline nothing can be said of the others: not even the timeout ends it. */
  private TrialFollower follower(Trial trial, Provenance provenance, boolean baseline) {
    boolean measure = baseline || plan.screening().contains(trial.parameters());
    int epochs = plan.file().training().epochs();
    return new TrialFollower(
        trial,
        provenance,
        scores(measure),
        epochs,
        listener,
        baseline ? lanes::isOver : this::isOver);
  }

  private TrialFollower.Scores scores(boolean measure) {
    if (plan.source().objectives().size() > 1) {
      return TrialFollower.Scores.SERIES;
    }
    return measure ? TrialFollower.Scores.KEPT : TrialFollower.Scores.JUDGED;
  }
}
