package org.hone.search.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.ParameterValues;
import org.hone.search.storage.Storage;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;
import org.junit.jupiter.api.Test;

/** What every storage keeps to when several threads use it at once. */
public interface ConcurrentStorageContract {
  int THREADS = 4;
  int EACH = 20;

  Storage storage();

  /**
   * What the thread number {@code i} uses: the same object, or a connection of its own to the same
   * medium.
   */
  default Storage storageOf(int i) {
    return storage();
  }

  private static ParameterValues x(double value) {
    return ParameterValues.empty().with("x", FloatDistribution.of(0, 1), value);
  }

  /** Runs the task in all threads at once and returns what they return. */
  private <T> List<T> together(Callable<T> first, List<Callable<T>> others) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(others.size() + 1);
    try {
      List<Callable<T>> all = new ArrayList<>(others);
      all.add(first);
      List<T> results = new ArrayList<>();
      for (Future<T> future : executor.invokeAll(all)) {
        results.add(future.get());
      }
      return results;
    } finally {
      executor.shutdownNow();
    }
  }

  /** One task for each thread. */
  @FunctionalInterface
  interface Task<T> {
    T run(Storage storage) throws Exception;
  }

  private <T> List<T> together(Task<T> task) throws Exception {
    List<Callable<T>> calls = new ArrayList<>();
    for (int i = 1; i < THREADS; i++) {
      Storage own = storageOf(i);
      calls.add(() -> task.run(own));
    }
    return together(() -> task.run(storageOf(0)), calls);
  }

  @Test
  default void losesNothingWhenManyWrite() throws Exception {
    long study = storage().createStudy(Histories.plain("busy"));
    together(
        own -> {
          for (int i = 0; i < EACH; i++) {
            TrialRecord trial = own.createTrial(study, TrialState.RUNNING, x(0.5), Map.of());
            own.report(trial.id(), 1, trial.number());
            own.appendSeries(trial.id(), 1, Map.of("loss", (double) trial.number()));
            own.snapshot(study);
            own.finish(
                trial.id(),
                TrialState.COMPLETE,
                List.of((double) trial.number()),
                Optional.empty());
          }
          return true;
        });
    List<TrialRecord> trials = storage().snapshot(study).trials();
    assertThat(trials)
        .extracting(TrialRecord::number)
        .containsExactlyElementsOf(IntStream.range(0, THREADS * EACH).boxed().toList());
    assertThat(trials)
        .allSatisfy(
            trial -> {
              double number = trial.number();
              assertThat(trial.state()).isEqualTo(TrialState.COMPLETE);
              assertThat(trial.values()).containsExactly(number);
              assertThat(trial.intermediate()).containsExactly(Map.entry(1, number));
              assertThat(storage().details(trial.id()).series().get(0).last()).hasValue(number);
            });
  }

  @Test
  default void givesEachWaitingTrialToExactlyOne() throws Exception {
    long study = storage().createStudy(Histories.plain("queue"));
    for (int i = 0; i < THREADS * EACH; i++) {
      storage().createTrial(study, TrialState.WAITING, x(0.5), Map.of());
    }
    List<List<Integer>> claimed =
        together(
            own -> {
              List<Integer> mine = new ArrayList<>();
              for (var next = own.claimWaiting(study); next.isPresent(); ) {
                mine.add(next.get().number());
                next = own.claimWaiting(study);
              }
              return mine;
            });
    assertThat(claimed.stream().flatMap(List::stream))
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, THREADS * EACH).boxed().toList());
  }

  @Test
  default void endsATrialExactlyOnce() throws Exception {
    long study = storage().createStudy(Histories.plain("race"));
    for (int i = 0; i < EACH; i++) {
      TrialRecord trial =
          storage().createTrial(study, TrialState.RUNNING, ParameterValues.empty(), Map.of());
      List<Boolean> won =
          together(
              own -> own.finish(trial.id(), TrialState.COMPLETE, List.of(1.0), Optional.empty()));
      assertThat(won).containsOnlyOnce(true);
    }
  }
}
