package org.hone.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.hone.agent.fake.ChildJvm;
import org.hone.agent.fake.Rehearsal;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tuning that is killed at random moments loses no finished trial and goes on. */
class CrashTest {
  private static final long SEED = 20260102;

  @TempDir Path folder;

  private final SplittableRandom random = new SplittableRandom(SEED);
  private final Map<String, List<TrialRecord>> seen = new TreeMap<>();

  @Test
  void aKilledTuningLosesNothingThatWasFinished() throws Exception {
    Rehearsal study = SlowStudy.in(folder, Duration.ZERO);
    killAfter(study, "began SEARCH", 1);
    killAfter(study, "finished SEARCH", 1 + random.nextInt(3));
    killAfter(study, "finished SEARCH", 1 + random.nextInt(6));
    killAfter(study, "began CONFIRMATION", 1);
    killAfter(study, "finished CONFIRMATION", 1 + random.nextInt(2));

    TuningSummary summary = study.tune(SlowStudy.SETTINGS);

    assertThat(summary.interrupted()).isFalse();
    compare(study);
    for (String name : study.storedNames()) {
      StudySnapshot stored = study.stored(name);
      assertThat(stored.trials()).as(name).allMatch(trial -> trial.state().isFinished());
      assertThat(stored.trials())
          .filteredOn(trial -> !trial.isInterrupted())
          .hasSize(name.equals(Rehearsal.NAME) ? 16 : 6);
    }
    assertThat(study.output().resolve("best/model.zip")).exists();
    assertThat(study.output().resolve("confirmation")).doesNotExist();
  }

  private void killAfter(Rehearsal study, String line, int times)
      throws IOException, InterruptedException {
    try (ChildJvm child =
        ChildJvm.start(folder, List.of(), SlowStudy.class.getName(), folder.toString())) {
      assertThat(child.await(line, times)).as("%s", child.lines()).isTrue();
      assertThatExceptionOfType(UserException.class)
          .as("two processes on one folder")
          .isThrownBy(() -> RunFolder.hold(study.output()))
          .withMessageContaining("another hone is working here");
      Thread.sleep(random.nextInt(60));
      child.kill();
      compare(study);
      assertThat(study.stored().in(TrialState.RUNNING)).hasSizeLessThan(2);
      assertToldTrialsAreThere(child.lines(), study);
    }
  }

  /** What was finished when it was last looked at is still the same, and numbers have no gaps. */
  private void compare(Rehearsal study) throws IOException {
    assertThat(study.output().resolve("hone.db")).exists();
    for (String name : study.storedNames()) {
      List<TrialRecord> trials = study.stored(name).trials();
      assertThat(trials).as(name).containsAll(seen.getOrDefault(name, List.of()));
      assertThat(trials)
          .extracting(TrialRecord::number)
          .isEqualTo(IntStream.range(0, trials.size()).boxed().toList());
      seen.put(name, trials.stream().filter(trial -> trial.state().isFinished()).toList());
    }
    assertThat(study.storedNames()).containsAll(seen.keySet());
  }

  /** What the process said it had finished. */
  private static void assertToldTrialsAreThere(List<String> lines, Rehearsal study) {
    List<Integer> told =
        lines.stream()
            .filter(line -> line.startsWith("finished SEARCH"))
            .map(line -> Integer.valueOf(line.substring(line.lastIndexOf(' ') + 1)))
            .toList();
    assertThat(told)
        .allSatisfy(
            number ->
                assertThat(study.stored().trials().get(number).state().isFinished()).isTrue());
  }
}
