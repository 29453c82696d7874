package org.hone.search.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hone.search.space.ParameterValues;
import org.hone.search.storage.Storage;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;
import org.junit.jupiter.api.Test;

/** What every storage keeps to about heartbeats. */
public interface HeartbeatStorageContract {
  Duration GRACE = Duration.ofMinutes(2);
  Duration MICROSECOND = Duration.ofNanos(1000);

  /** An empty storage that tells the time by this clock; closed by whoever implements this. */
  Storage storage(Clock clock);

  private static TrialRecord running(Storage storage, long study) {
    return storage.createTrial(study, TrialState.RUNNING, ParameterValues.empty(), Map.of());
  }

  @Test
  default void findsTrialsThatNoLongerBeat() {
    SteppingClock clock = new SteppingClock();
    Storage storage = storage(clock);
    long study = storage.createStudy(Histories.plain("beating"));
    TrialRecord first = running(storage, study);
    TrialRecord second = running(storage, study);
    storage.beat(first.id());
    storage.beat(second.id());
    assertThat(storage.staleTrials(study, GRACE)).isEmpty();
    clock.pass(GRACE);
    assertThat(storage.staleTrials(study, GRACE)).isEmpty();
    storage.beat(second.id());
    clock.pass(MICROSECOND);
    assertThat(storage.staleTrials(study, GRACE)).containsExactly(first);
    clock.pass(GRACE);
    assertThat(storage.staleTrials(study, GRACE)).containsExactly(first, second);
    storage.beat(first.id());
    assertThat(storage.staleTrials(study, GRACE)).containsExactly(second);
  }

  @Test
  default void callsNoOtherTrialsStale() {
    SteppingClock clock = new SteppingClock();
    Storage storage = storage(clock);
    long study = storage.createStudy(Histories.plain("beating"));
    running(storage, study);
    TrialRecord ended = running(storage, study);
    storage.beat(ended.id());
    storage.finish(ended.id(), TrialState.COMPLETE, List.of(1.0), Optional.empty());
    TrialRecord waiting =
        storage.createTrial(study, TrialState.WAITING, ParameterValues.empty(), Map.of());
    storage.beat(waiting.id());
    TrialRecord elsewhere = running(storage, storage.createStudy(Histories.plain("other")));
    storage.beat(elsewhere.id());
    clock.pass(GRACE.multipliedBy(10));
    assertThat(storage.staleTrials(study, GRACE)).isEmpty();
    storage.claimWaiting(study);
    assertThat(storage.staleTrials(study, GRACE)).isEmpty();
  }

  @Test
  default void leavesAFinishedTrialAsItIs() {
    Storage storage = storage(new SteppingClock());
    long study = storage.createStudy(Histories.plain("beating"));
    TrialRecord trial = running(storage, study);
    storage.finish(trial.id(), TrialState.FAIL, List.of(), Optional.empty());
    TrialRecord before = storage.trial(trial.id());
    storage.beat(trial.id());
    assertThat(storage.trial(trial.id())).isEqualTo(before);
  }

  @Test
  default void forgetsTheBeatsOfADeletedStudy() {
    Storage storage = storage(new SteppingClock());
    long study = storage.createStudy(Histories.plain("beating"));
    storage.beat(running(storage, study).id());
    storage.deleteStudy(study);
    assertThat(storage.studyNames()).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> storage.staleTrials(study, GRACE));
  }

  @Test
  default void refusesBeatsOfUnknownTrials() {
    Storage storage = storage(new SteppingClock());
    assertThatIllegalArgumentException().isThrownBy(() -> storage.beat(77));
    assertThatIllegalArgumentException().isThrownBy(() -> storage.staleTrials(77, GRACE));
  }
}
