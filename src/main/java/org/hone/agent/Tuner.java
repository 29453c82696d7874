package org.hone.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import org.hone.engine.metrics.Objective;
import org.hone.reports.Report;
import org.hone.reports.analysis.Evidence;
import org.hone.search.pruner.NopPruner;
import org.hone.search.pruner.Pruners;
import org.hone.search.sampler.PartialFixedSampler;
import org.hone.search.sampler.Sampler;
import org.hone.search.sampler.Samplers;
import org.hone.search.storage.Storage;
import org.hone.search.storage.jdbc.JdbcStorage;
import org.hone.search.study.Study;
import org.hone.search.study.StudyBuilder;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;

/**
 * Tunes: runs the baseline and the search, confirms the best recipe, hands it over, and reports.
 * Everything that is finished is kept at once, so the same call goes on where an earlier one was
 * cut off.
 */
public final class Tuner {
  private final TuningPlan plan;
  private final TrialRunner runner;
  private final TuningListener listener;
  private final BooleanSupplier stop;
  private final Clock clock;

  /**
   * @param stop whether the user wants to stop; looked at before each step of a training
   * @param clock tells when the report was made
   */
  public Tuner(
      TuningPlan plan,
      TrialRunner runner,
      TuningListener listener,
      BooleanSupplier stop,
      Clock clock) {
    this.plan = plan;
    this.runner = runner;
    this.listener = new OneAtATime(listener);
    this.stop = stop;
    this.clock = clock;
  }

  /**
   * Tunes to the end of the budget, or until the user stops.
   *
   * @param folder held by this process
   * @param command what the user typed, for the report
   * @throws UserException if the folder holds a study that began otherwise
   */
  public TuningSummary tune(RunFolder folder, String command) throws IOException {
    try (Storage storage = JdbcStorage.open(folder.database())) {
      folder.checkpoints().tidy(storage);
      Study study = open(storage, command);
      Teachers teachers = new TeacherPhase(plan, runner, listener, folder, stop).run(study);
      Reporting.describe(study, plan, command);
      SearchPhase search =
          new SearchPhase(plan, runner, listener, folder.checkpoints(), stop, teachers);
      boolean done = !stop.getAsBoolean() && search.run(study);
      search.timedOut().ifPresent(line -> Reporting.describeEnd(study, plan, line));
      done = done && new BornAgainPhase(plan, runner, listener, folder, stop).run(study);
      Reporting reporting = new Reporting(storage, clock);
      String name = plan.file().study().name();
      Optional<TrialRecord> best = reporting.evidence(name).best();
      if (done && best.isPresent()) {
        Teachers ofBest = teachers.isEmpty() ? teacherOf(storage, best.get(), folder) : teachers;
        done = confirm(storage, best.get(), folder, ofBest);
      }
      if (done) {
        // a budget that became smaller leaves trials behind
        study.recoverInterrupted();
        folder.checkpoints().tidy(storage);
      }
      Evidence evidence = reporting.evidence(name);
      Report report = Report.of(evidence);
      report.write(folder.path());
      return new TuningSummary(
          evidence, report.recommendation(), folder.path(), search.timedOut(), !done);
    }
  }

  private Study open(Storage storage, String command) {
    String name = plan.file().study().name();
    Freeze freeze = Freeze.of(plan.file().settings(), plan.source().dataset().sha256());
    OptionalLong known = storage.findStudy(name);
    known.ifPresent(id -> freeze.requireSame(storage.snapshot(id), name));
    Study study = openOrCreate(storage, name);
    study.setUserAttribute(Freeze.ATTRIBUTE, freeze.settings());
    Reporting.describe(study, plan, command);
    listener.opened(plan.lines());
    if (known.isPresent()) {
      boolean interrupted = study.snapshot().in(TrialState.RUNNING).findAny().isPresent();
      String again = interrupted ? "; its interrupted trial goes on" : "";
      listener.note("going on with study '" + name + "'" + again);
    }
    return study;
  }

  /** The techniques themselves may be other ones, although the settings are the same. */
  private Study openOrCreate(Storage storage, String name) {
    StudyBuilder builder =
        Study.builder(name)
            .directions(plan.source().objectives().stream().map(Objective::direction).toList())
            .space(plan.assembly().space())
            .catalogue(plan.assembly().catalogue())
            .sampler(sampler())
            .pruner(Pruners.named(plan.file().study().pruner()))
            .seed(plan.file().study().seed())
            .storage(storage);
    try {
      return builder.openOrCreate();
    } catch (IllegalArgumentException e) {
      throw new UserException(e.getMessage() + ", or start over with --restart");
    }
  }

  /** Who taught a trial after the search. */
  private static Teachers teacherOf(Storage storage, TrialRecord trial, RunFolder folder) {
    return storage
        .details(trial.id())
        .provenance()
        .map(made -> folder.teachers(Teachers.hashes(made.artifacts())))
        .orElse(Teachers.NONE);
  }

  /** What comes after the search is left alone by it. */
  private Sampler sampler() {
    Sampler named = Samplers.named(plan.file().study().sampler());
    return plan.held().isEmpty() ? named : new PartialFixedSampler(named, plan.held());
  }

  private boolean confirm(Storage storage, TrialRecord best, RunFolder folder, Teachers teachers)
      throws IOException {
    Study study =
        Study.builder(ConfirmationPhase.name(plan.file().study().name(), best))
            .direction(plan.source().metric().direction())
            .space(ConfirmationPhase.SPACE)
            .pruner(new NopPruner())
            .storage(storage)
            .openOrCreate();
    Files.createDirectories(folder.models());
    boolean done =
        new ConfirmationPhase(plan, runner, listener, folder.checkpoints(), stop, teachers)
            .run(study, best, folder.models(best));
    if (done) {
      new Handover(plan, folder, teachers).write(best, study.snapshot());
    }
    return done;
  }
}
