package org.hone.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.hone.agent.TrialOrder;
import org.hone.agent.TrialReport;
import org.hone.agent.TrialRunner;
import org.hone.agent.TuningPlan;
import org.hone.agent.UserException;
import org.hone.api.training.TrainingEngine;

/**
 * Runs trials in processes of their own that live long, one trial at a time in each. Whatever a
 * trial does to its process (a crash, an exit, an endless loop) ends that trial alone; the process
 * is replaced. Thread-safe.
 */
public final class WorkerRunner implements TrialRunner, AutoCloseable {
  private static final int ATTEMPTS = 3;

  private final TrainingEngine engine;
  private final WorkerSettings settings;
  private final Hiring hiring;
  private final Sharing sharing;
  private final Duration timeout;
  private final List<Workplace> places;
  private final BlockingDeque<Workplace> free;

  /** For one worker after the other. */
  private static final class Workplace {
    private final Map<String, String> environment;
    private volatile Optional<WorkerProcess> worker = Optional.empty();

    Workplace(Map<String, String> environment) {
      this.environment = environment;
    }
  }

  /**
   * No process is started yet.
   *
   * @param engine that the workers train with, too
   */
  public WorkerRunner(TuningPlan plan, TrainingEngine engine, WorkerSettings settings) {
    this(plan, engine, settings, new WorkerCommand(settings), new Sharing(plan, settings.count()));
  }

  WorkerRunner(TuningPlan plan, TrainingEngine engine, WorkerSettings settings, Launcher launcher) {
    this(plan, engine, settings, launcher, new Sharing(plan, settings.count()));
  }

  WorkerRunner(
      TuningPlan plan,
      TrainingEngine engine,
      WorkerSettings settings,
      Launcher launcher,
      Sharing sharing) {
    this.sharing = sharing;
    this.engine = engine;
    this.settings = settings;
    hiring =
        new Hiring(
            launcher,
            settings.silence(),
            plan.file().text(),
            plan.source().dataHash(),
            sharing::forNewWorker);
    timeout = plan.source().trialTimeout();
    places =
        IntStream.range(0, settings.count())
            .mapToObj(slot -> new Workplace(WorkerSettings.device(slot)))
            .toList();
    free = new LinkedBlockingDeque<>(places);
  }

  @Override
  public String engine() {
    return engine.name();
  }

  @Override
  public String device() {
    return engine.device();
  }

  @Override
  public int slots() {
    return settings.count();
  }

  @Override
  public void prepare(BooleanSupplier stop) {
    try {
      Workplace place = free.takeFirst();
      try {
        if (place.worker.filter(WorkerProcess::isUsable).isEmpty()) {
          place.worker = hire(stop, place);
        }
      } finally {
        free.addFirst(place);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public TrialReport run(TrialOrder order, Observer observer) {
    try {
      Workplace place = free.takeFirst();
      try {
        return run(order, observer, place);
      } finally {
        free.addFirst(place);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return TrialReport.stopped("interrupted");
    }
  }

  /** Goes on from the checkpoint where a worker was lost. */
  private TrialReport run(TrialOrder order, Observer observer, Workplace place)
      throws InterruptedException {
    WakingTime time = new WakingTime(System::nanoTime);
    Retries retries = new Retries();
    Supervision.Course course = attempt(order, observer, place, time);
    while (order.checkpoint().isPresent() && course.loss().filter(retries::again).isPresent()) {
      observer.note(
          "lost its worker after %s: %s"
              .formatted(course.loss().orElseThrow().place(), course.report().reason().orElse("")));
      course = attempt(order, observer, place, time);
    }
    return course.report();
  }

  private Supervision.Course attempt(
      TrialOrder order, Observer observer, Workplace place, WakingTime time)
      throws InterruptedException {
    if (place.worker.filter(WorkerProcess::isUsable).isEmpty()) {
      place.worker.ifPresent(WorkerProcess::close);
      place.worker = hire(observer::stopRequested, place);
    }
    if (place.worker.isEmpty()) {
      return Supervision.Course.of(TrialReport.stopped("stopped before it began"));
    }
    sharing.forTrial(order).ifPresent(observer::note);
    return new Supervision(place.worker.get(), observer, time, timeout, settings.silence())
        .run(order);
  }

  /** Empty if the user wants to stop. */
  private Optional<WorkerProcess> hire(BooleanSupplier stop, Workplace place)
      throws InterruptedException {
    String last = "";
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        return hiring.hire(stop, place.environment);
      } catch (WorkerFailure e) {
        last = String.valueOf(e.getMessage());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      if (stop.getAsBoolean()) {
        return Optional.empty();
      }
    }
    throw new UserException(
        "no worker starts: %s; --workers 0 runs trials without".formatted(last));
  }

  /** The processes that live, for whoever wants to know. */
  List<Long> pids() {
    return places.stream()
        .flatMap(place -> place.worker.filter(WorkerProcess::isUsable).stream())
        .map(WorkerProcess::pid)
        .toList();
  }

  /** Ends the workers; none may be at work. */
  @Override
  public void close() {
    places.forEach(place -> place.worker.ifPresent(WorkerProcess::close));
    sharing.close();
  }
}
