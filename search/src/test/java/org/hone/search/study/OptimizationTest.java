package org.hone.search.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.SearchSpace;
import org.hone.search.storage.InMemoryStorage;
import org.hone.search.storage.Storage;
import org.hone.search.storage.StorageException;
import org.hone.search.storage.jdbc.JdbcStorage;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OptimizationTest {
  private static final SearchSpace SPACE =
      SearchSpace.of(Parameter.of("x", FloatDistribution.of(0, 1)));

  private static Study study(Storage storage) {
    return Study.builder("study").space(SPACE).storage(storage).create();
  }

  private static Study study() {
    return study(new InMemoryStorage());
  }

  private static double x(Trial trial) {
    return trial.parameters().number("x");
  }

  @Test
  @SuppressWarnings("NullAway") // as from code that is not checked
  void failsTheTrialOfAnObjectiveThatReturnsNothing() {
    Study study = study();

    study.optimize(3, trial -> null);

    assertThat(study.snapshot().trials())
        .hasSize(3)
        .allMatch(trial -> trial.state() == TrialState.FAIL)
        .allMatch(
            trial -> trial.reason().orElse("").equals("the objective returned no outcome (null)"));
  }

  @Test
  void failsTheTrialOfAnExceptionAndGoesOn() {
    Study study = study();
    study.optimize(
        4,
        trial ->
            switch (trial.number()) {
              case 0 -> throw new IOException("disk full");
              case 1 -> throw new IllegalStateException();
              case 2 -> Outcome.complete(1, 2);
              default -> Outcome.complete(1);
            });
    List<TrialRecord> trials = study.snapshot().trials();
    assertThat(trials.get(0).reason()).contains("disk full");
    assertThat(trials.get(1).reason()).contains("java.lang.IllegalStateException");
    assertThat(trials.get(2).reason().orElseThrow()).contains("[1.0, 2.0]");
    assertThat(trials)
        .extracting(TrialRecord::state)
        .containsExactly(TrialState.FAIL, TrialState.FAIL, TrialState.FAIL, TrialState.COMPLETE);
  }

  @Test
  void endsWithAnError() {
    Study study = study();
    assertThatThrownBy(
            () ->
                study.optimize(
                    9,
                    trial -> {
                      throw new OutOfMemoryError("heap");
                    }))
        .isInstanceOf(OutOfMemoryError.class);
    assertThat(study.snapshot().trials())
        .extracting(t -> t.reason().orElseThrow())
        .containsExactly("heap");
  }

  @Test
  void endsAllThreadsWithAnError() {
    Study study = study();
    assertThatThrownBy(
            () ->
                study.optimize(
                    Budget.trials(1_000_000),
                    4,
                    trial -> {
                      if (trial.number() == 20) {
                        throw new StackOverflowError("deep");
                      }
                      Thread.sleep(1);
                      return Outcome.complete(x(trial));
                    }))
        .isInstanceOf(StackOverflowError.class);
    StudySnapshot snapshot = study.snapshot();
    assertThat(snapshot.in(TrialState.RUNNING)).isEmpty();
    assertThat(snapshot.in(TrialState.FAIL)).extracting(TrialRecord::number).containsExactly(20);
    assertThat(snapshot.trials().size()).isLessThan(10_000);
  }

  @Test
  void passesOnWhatTheStorageThrows(@TempDir Path folder) {
    JdbcStorage storage = JdbcStorage.open(folder.resolve("studies.db"));
    Study study = study(storage);
    storage.close();
    assertThatThrownBy(
            () -> study.optimize(Budget.trials(4), 2, trial -> Outcome.complete(x(trial))))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("studies.db");
  }

  @Test
  void runsTrialsInFourThreads(@TempDir Path folder) {
    try (Storage file = JdbcStorage.open(folder.resolve("studies.db"));
        Storage memory = new InMemoryStorage()) {
      for (Storage storage : List.of(file, memory)) {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        Study study = study(storage);
        study.optimize(
            Budget.trials(100),
            4,
            trial -> {
              threads.add(Thread.currentThread());
              trial.report(1, x(trial));
              Thread.sleep(1);
              return Outcome.complete(x(trial));
            });
        assertThat(threads).hasSize(4);
        assertThat(study.snapshot().trials())
            .allMatch(trial -> trial.values().equals(List.of(trial.parameters().number("x"))))
            .extracting(TrialRecord::number)
            .containsExactlyElementsOf(IntStream.range(0, 100).boxed().toList());
      }
    }
  }

  @Test
  void stopsWhenInterrupted() throws InterruptedException {
    for (int threads : new int[] {1, 3}) {
      Study study = study();
      CountDownLatch running = new CountDownLatch(threads);
      Thread runner =
          new Thread(
              () ->
                  study.optimize(
                      Budget.time(Duration.ofMinutes(5)),
                      threads,
                      trial -> {
                        running.countDown();
                        Thread.sleep(300_000);
                        return Outcome.complete(0);
                      }));
      runner.start();
      running.await();
      runner.interrupt();
      runner.join(20_000);
      assertThat(runner.isAlive()).isFalse();
      assertThat(study.snapshot().trials())
          .hasSize(threads)
          .allSatisfy(trial -> assertThat(trial.reason()).contains("interrupted"));
    }
  }

  @Test
  void stopsWhenTheTimeIsUp() {
    Study study = study();
    study.optimize(
        Budget.time(Duration.ofMillis(50)),
        1,
        trial -> {
          Thread.sleep(5);
          return Outcome.complete(x(trial));
        });
    assertThat(study.snapshot().trials()).hasSizeLessThan(12);
    study.optimize(Budget.trials(3).within(Duration.ZERO), 1, trial -> Outcome.complete(0));
    study.optimize(0, trial -> Outcome.complete(0));
    assertThat(study.snapshot().trials()).allMatch(trial -> trial.values().get(0) != 0);
  }

  @Test
  void countsTimeAndTrials() {
    long[] now = {-5};
    Allowance three = new Allowance(Budget.trials(3).within(Duration.ofNanos(10)), () -> now[0]);
    assertThat(three.take()).isTrue();
    now[0] = 4;
    assertThat(three.take()).isTrue();
    now[0] = 5;
    assertThat(three.take()).isFalse();
    Allowance two = new Allowance(Budget.trials(2), () -> 0);
    assertThat(List.of(two.take(), two.take(), two.take())).containsExactly(true, true, false);
  }

  @Test
  void checksItsSettings() {
    assertThatIllegalArgumentException().isThrownBy(() -> Budget.trials(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> Budget.time(Duration.ofSeconds(-1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> study().optimize(Budget.trials(1), 0, trial -> Outcome.complete(0)))
        .withMessageContaining("threads=0");
  }

  @Test
  void failsTheTrialThatMissesItsDeadlineAndGoesOn() {
    Study study =
        Study.builder("study").space(SPACE).deadline(Duration.ofMillis(50)).seed(1).create();
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    study.optimize(
        3,
        trial -> {
          if (trial.number() == 1) {
            try {
              never.await();
            } catch (InterruptedException e) {
              interrupted.countDown();
              throw e;
            }
          }
          return Outcome.complete(x(trial));
        });
    assertThat(study.snapshot().trials())
        .extracting(TrialRecord::state)
        .containsExactly(TrialState.COMPLETE, TrialState.FAIL, TrialState.COMPLETE);
    assertThat(study.snapshot().trials().get(1).reason()).contains("it did not end within 0.05s");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Study.builder("study").deadline(Duration.ZERO))
        .withMessageContaining("deadline is PT0S");
  }

  @Test
  void aListenerMayStopIt() {
    Study[] self = new Study[1];
    self[0] =
        Study.builder("study")
            .space(SPACE)
            .listener(
                (snapshot, trial) -> {
                  if (trial.number() == 4) {
                    self[0].stop();
                  }
                })
            .create();
    self[0].optimize(100, trial -> Outcome.complete(x(trial)));
    assertThat(self[0].snapshot().trials()).hasSize(5);
    self[0].optimize(2, trial -> Outcome.complete(x(trial)));
    assertThat(self[0].snapshot().trials()).as("it can go on").hasSize(7);
  }
}
