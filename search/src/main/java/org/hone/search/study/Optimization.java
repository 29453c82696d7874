package org.hone.search.study;

import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hone.search.sampler.SpaceExhaustedException;
import org.hone.search.trial.TrialRecord;
import org.jspecify.annotations.Nullable;

/** The loop: ask, evaluate, tell, until the allowance is used up. */
record Optimization(
    Study study, Objective objective, Allowance allowance, Optional<Duration> deadline) {

  /** What comes of an objective of code that knows no {@code @NullMarked}. */
  private static final Outcome NOTHING = Outcome.failed("the objective returned no outcome (null)");

  void run(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("at least 1 thread is needed, but threads=" + threads);
    }
    if (threads == 1) {
      work();
    } else {
      runParallel(threads);
    }
  }

  private void work() {
    while (!Thread.currentThread().isInterrupted() && allowance.take()) {
      ask().ifPresent(this::run);
    }
  }

  private void run(Trial trial) {
    tell(trial, deadline.map(limit -> evaluate(trial, limit)).orElseGet(() -> evaluate(trial)));
  }

  /** Empty, and nothing is left to any thread, once every point has been tried. */
  private Optional<Trial> ask() {
    try {
      return Optional.of(study.ask());
    } catch (SpaceExhaustedException e) {
      allowance.withdraw();
      return Optional.empty();
    }
  }

  private void tell(Trial trial, Outcome outcome) {
    try {
      study.tell(trial, outcome);
    } catch (IllegalArgumentException e) {
      study.tell(trial, Outcome.failed(Failure.reason(e)));
    }
  }

  private Outcome evaluate(Trial trial) {
    try {
      return Objects.requireNonNullElse(objective.evaluate(trial), NOTHING);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Outcome.failed(TrialRecord.INTERRUPTED);
    } catch (Exception e) {
      return Outcome.failed(Failure.reason(e));
    } catch (Error e) {
      study.tell(trial, Outcome.failed(Failure.reason(e)));
      throw e;
    }
  }

  /**
   * In a thread of its own, which is interrupted when the time is up. One that does not listen goes
   * on in the background, and what it comes to is not looked at.
   */
  private Outcome evaluate(Trial trial, Duration limit) {
    FutureTask<Outcome> task = new FutureTask<>(() -> evaluate(trial));
    Thread thread = new Thread(task, "trial " + trial.number());
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      thread.interrupt();
      return Outcome.failed("it did not end within %s".formatted(text(limit)));
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      return Outcome.failed(TrialRecord.INTERRUPTED);
    } catch (ExecutionException e) {
      throw unchecked(e.getCause());
    }
  }

  /** Such as 1m30s. */
  private static String text(Duration limit) {
    return limit.toString().substring(2).toLowerCase(Locale.ROOT);
  }

  private void runParallel(int threads) {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      for (Future<?> worker : executor.invokeAll(Collections.nCopies(threads, this::workOrStop))) {
        worker.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw unchecked(e.getCause());
    } finally {
      executor.shutdownNow();
      awaitEnd(executor);
    }
  }

  /** Also if interrupted, so that no trial is still at work when the optimisation has ended. */
  private static void awaitEnd(ExecutorService executor) {
    boolean interrupted = false;
    while (!executor.isTerminated()) {
      try {
        executor.awaitTermination(1, TimeUnit.DAYS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** When one thread fails, the others end after the trial they are at. */
  private boolean workOrStop() {
    boolean ended = false;
    try {
      work();
      ended = true;
    } finally {
      if (!ended) {
        allowance.withdraw();
      }
    }
    return ended;
  }

  private static RuntimeException unchecked(@Nullable Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    return failure instanceof RuntimeException exception
        ? exception
        : new IllegalStateException(failure);
  }
}
