package org.hone.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.hone.search.study.Outcome;
import org.hone.search.study.Study;
import org.hone.search.study.Trial;
import org.hone.search.trial.TrialRecord;
import org.junit.jupiter.api.Test;

class TimeAtWorkTest {
  private final AtomicLong clock = new AtomicLong();
  private final Study study = Study.builder("s").create();
  private final Trial trial = study.ask();

  private TimeAtWork clocked(boolean again) {
    return new TimeAtWork(trial, seen(), again, clock::get);
  }

  private TrialRecord seen() {
    return study.snapshot().trials().get(0);
  }

  private void pass(Duration time) {
    clock.addAndGet(time.toNanos());
  }

  @Test
  void leavesOutTheTimeInWhichNobodyWasAtIt() {
    TimeAtWork first = clocked(false);
    pass(Duration.ofMillis(1500));
    first.pauses();
    pass(Duration.ofHours(8));
    TimeAtWork second = clocked(true);
    pass(Duration.ofMillis(250));
    second.ends();
    study.tell(trial, Outcome.complete(1));

    assertThat(seen().duration()).contains(Duration.ofMillis(1750));
  }

  @Test
  void knowsWhatAProcessDidThatDiedWithoutNotice() {
    TimeAtWork first = clocked(false);
    pass(Duration.ofMillis(900));
    first.goesOn();
    assertThat(seen().atWork()).as("not yet").isEmpty();
    pass(Duration.ofMillis(300));
    first.goesOn();
    pass(Duration.ofHours(8));
    TimeAtWork second = clocked(true);
    pass(Duration.ofSeconds(2));
    second.ends();
    study.tell(trial, Outcome.complete(1));

    assertThat(seen().duration()).contains(Duration.ofMillis(3200));
  }

  @Test
  void ofATrialInOnePieceNothingIsNoted() {
    TimeAtWork time = clocked(false);
    pass(Duration.ofMillis(500));
    time.goesOn();
    time.ends();
    study.tell(trial, Outcome.complete(1));

    assertThat(seen().userAttributes()).isEqualTo(Map.of());
  }
}
