package org.hone.search.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.SearchSpace;
import org.hone.search.storage.AttributeKind;
import org.hone.search.storage.InMemoryStorage;
import org.hone.search.storage.Storage;
import org.hone.search.testkit.SteppingClock;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;
import org.junit.jupiter.api.Test;

class PulseTest {
  private static final Heartbeat HOURLY = Heartbeat.every(Duration.ofHours(1));
  private static final SearchSpace SPACE =
      SearchSpace.of(Parameter.of("x", FloatDistribution.of(0, 1)));

  private final SteppingClock clock = new SteppingClock();
  private final AtomicLong nanoTime = new AtomicLong();
  private final Storage storage = new InMemoryStorage(clock);

  /** Opened by one process more. */
  private Study process(Heartbeat heartbeat) {
    return Study.builder("beating")
        .space(SPACE)
        .storage(storage)
        .heartbeat(heartbeat)
        .openOrCreate();
  }

  private Pulse pulse(Study study, Heartbeat heartbeat) {
    return new Pulse(storage, study.id(), heartbeat, nanoTime::get);
  }

  private void pass(Duration time) {
    clock.pass(time);
    nanoTime.addAndGet(time.toNanos());
  }

  @Test
  void runsATrialAgainWhoseProcessIsGone() {
    Trial lost = process(HOURLY).ask();
    storage.setTrialAttribute(lost.id(), AttributeKind.SYSTEM, "hone:why", "because");
    storage.setTrialAttribute(lost.id(), AttributeKind.SYSTEM, "constraints", List.of(1.0));
    storage.setTrialAttribute(lost.id(), AttributeKind.SYSTEM, "completed_rung_0", 0.5);
    storage.setTrialAttribute(lost.id(), AttributeKind.USER, "machine", "attic");
    lost.report(1, 0.5);
    pass(Duration.ofHours(2));
    assertThat(process(HOURLY).ask().number()).isEqualTo(1);
    pass(Duration.ofMinutes(1));
    Study later = process(HOURLY);
    Trial again = later.ask();
    assertThat(again.number()).isEqualTo(2);
    assertThat(again.parameters()).isEqualTo(lost.parameters());
    TrialRecord failed = storage.trial(lost.id());
    assertThat(failed.isInterrupted()).isTrue();
    assertThat(failed.intermediate()).hasSize(1);
    TrialRecord retried = storage.trial(again.id());
    assertThat(retried.intermediate()).isEmpty();
    assertThat(retried.userAttributes()).containsEntry("machine", "attic");
    assertThat(retried.systemAttributes())
        .containsEntry("failed_trial", 0L)
        .containsEntry("retry_history", List.of(0L))
        .containsEntry("hone:why", "because")
        .doesNotContainKeys("constraints", "completed_rung_0", TrialRecord.REASON);
  }

  @Test
  void keepsItsOwnTrialsAlive() {
    Study study = process(HOURLY);
    Trial own = study.ask();
    Pulse pulse = pulse(study, HOURLY);
    pulse.begin(own.id());
    for (int hour = 0; hour < 5; hour++) {
      pass(Duration.ofHours(1));
      pulse.beat();
    }
    assertThat(study.snapshot().in(TrialState.RUNNING)).hasSize(1);
    pulse.end(own.id());
    pass(Duration.ofHours(3));
    assertThat(pulse.recover()).containsExactly(0);
    assertThat(study.tell(own, Outcome.complete(1))).isFalse();
  }

  @Test
  void givesUpAfterSoManyRetries() {
    Heartbeat twice = HOURLY.retries(2);
    List<Integer> numbers = new ArrayList<>();
    Study study = process(twice);
    for (int attempt = 0; attempt < 3; attempt++) {
      numbers.add(process(twice).ask().number());
      pass(Duration.ofHours(3));
      pulse(study, twice).recover();
    }
    assertThat(numbers).containsExactly(0, 1, 2);
    assertThat(study.snapshot().trials())
        .extracting(TrialRecord::state)
        .containsExactly(TrialState.FAIL, TrialState.FAIL, TrialState.FAIL);
    assertThat(study.snapshot().trials().get(2).systemAttributes())
        .containsEntry("failed_trial", 0L)
        .containsEntry("retry_history", List.of(0L, 1L));
  }

  @Test
  void doesNothingAgainWithinTheInterval() {
    Study study = process(HOURLY);
    study.ask();
    Pulse pulse = pulse(study, HOURLY);
    pulse.recoverIfDue();
    clock.pass(Duration.ofHours(3));
    pulse.recoverIfDue();
    assertThat(study.snapshot().in(TrialState.RUNNING)).hasSize(1);
    nanoTime.addAndGet(HOURLY.interval().toNanos());
    pulse.recoverIfDue();
    assertThat(study.snapshot().in(TrialState.RUNNING)).isEmpty();
  }

  @Test
  void isDoneByOneOfSeveralProcesses() throws Exception {
    Study study = process(HOURLY);
    for (int i = 0; i < 20; i++) {
      process(HOURLY).ask();
    }
    pass(Duration.ofHours(3));
    ExecutorService executor = Executors.newFixedThreadPool(4);
    try {
      Callable<List<Integer>> recovery = () -> pulse(study, HOURLY).recover();
      int recovered = 0;
      for (Future<List<Integer>> one :
          executor.invokeAll(List.of(recovery, recovery, recovery, recovery))) {
        recovered += one.get().size();
      }
      assertThat(recovered).isEqualTo(20);
    } finally {
      executor.shutdownNow();
    }
    assertThat(study.snapshot().in(TrialState.FAIL)).hasSize(20);
    assertThat(study.snapshot().in(TrialState.WAITING)).hasSize(20);
  }

  /** A thread beats; the clock stands still but for one step. */
  @Test
  void beatsByItselfWhileATrialRuns() {
    Heartbeat often = new Heartbeat(Duration.ofMillis(1), Duration.ofHours(1), 0);
    Study study = process(often);
    Trial trial = study.ask();
    clock.pass(Duration.ofHours(2));
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!storage.staleTrials(study.id(), often.grace()).isEmpty() && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    assertThat(storage.staleTrials(study.id(), often.grace())).isEmpty();
    assertThat(study.tell(trial, Outcome.complete(1))).isTrue();
  }

  @Test
  void leavesATrialAloneThatIsOver() {
    Study study = process(HOURLY);
    Pulse pulse = pulse(study, HOURLY);
    Trial trial = study.ask();
    pulse.begin(trial.id());
    storage.finish(trial.id(), TrialState.FAIL, List.of(), Optional.empty());
    pulse.beat();
    assertThat(study.snapshot().in(TrialState.FAIL)).hasSize(1);
  }

  @Test
  void refusesSettingsThatCannotWork() {
    Duration second = Duration.ofSeconds(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Heartbeat.every(Duration.ZERO))
        .withMessageContaining("interval");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Heartbeat.everyMinute().grace(second))
        .withMessageContaining("PT1S");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Heartbeat.everyMinute().retries(-1))
        .withMessageContaining("-1");
    assertThat(Heartbeat.everyMinute())
        .isEqualTo(new Heartbeat(Duration.ofMinutes(1), Duration.ofMinutes(2), 3));
  }

  @Test
  void keepsTheValuesOfADefineByRunTrial() {
    Study open = Study.builder("open").storage(storage).heartbeat(HOURLY).create();
    double x = open.ask().suggestFloat("x", 0, 1);
    pass(Duration.ofHours(3));
    Study next = Study.builder("open").storage(storage).heartbeat(HOURLY).open();
    assertThat(next.ask().suggestFloat("x", 0, 1)).isEqualTo(x);
    assertThat(storage.trial(1).systemAttributes()).doesNotContainKeys("retry_history");
    assertThat(next.snapshot().trials().get(1).systemAttributes())
        .containsEntry(TrialRecord.FIXED_PARAMETERS, Map.of("x", x));
  }
}
