package org.hone.worker.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.hone.search.pruner.NopPruner;
import org.hone.search.pruner.Pruner;
import org.hone.search.sampler.RandomSampler;
import org.hone.search.space.Direction;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.SearchSpace;
import org.hone.search.study.Budget;
import org.hone.search.study.Study;
import org.hone.search.study.StudyBuilder;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;
import org.hone.worker.program.fake.Talker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ProgramObjectiveTest {
  private static final long SEED = 5;
  private static final BooleanSupplier NEVER = () -> false;
  private static final String ECHO =
      """
      while read -r line; do
        trial=${line#*:}
        trial=${trial%%,*}
        WHEN
        echo "{\\"trial\\": $trial, \\"value\\": $trial}"
      done
      """;

  @TempDir Path folder;

  private final List<String> errors = Collections.synchronizedList(new ArrayList<>());

  private Path log() {
    return folder.resolve("log");
  }

  private static StudyBuilder study() {
    return Study.builder("test")
        .space(SearchSpace.of(Parameter.of("x", FloatDistribution.of(0, 1))))
        .sampler(new RandomSampler())
        .seed(SEED);
  }

  private static ProgramSettings settings(String command) {
    return new ProgramSettings(command, false, Optional.empty(), SEED);
  }

  private StudySnapshot run(Study study, int trials, ProgramSettings settings, int workers) {
    try (ProgramObjective program =
        new ProgramObjective(settings, workers, (worker, line) -> errors.add(line), NEVER)) {
      study.optimize(Budget.trials(trials), workers, program);
    }
    return study.snapshot();
  }

  private StudySnapshot talk(int trials, String... rules) throws Exception {
    return run(study().create(), trials, settings(Talker.command(log(), rules)), 1);
  }

  private static double expected(TrialRecord trial) {
    return Math.pow(trial.parameters().number("x") - 0.3, 2);
  }

  @Test
  void oneProcessMeasuresAllTrialsOfAWorker() throws Exception {
    StudySnapshot study = talk(4, "value@2");

    assertThat(study.trials())
        .hasSize(4)
        .allSatisfy(trial -> assertThat(trial.values()).containsExactly(expected(trial)));
    assertThat(Talker.processes(log())).hasSize(4).containsOnly(Talker.processes(log()).get(0));
    assertThat(Files.readAllLines(log()).get(2))
        .endsWith(new Order(2, study.trials().get(2).parameters(), seed(2)).json());
  }

  private static int seed(int trial) {
    return Order.seed(SEED, trial);
  }

  @Test
  void eachWorkerHasItsOwnProcess() throws Exception {
    ProgramSettings settings = settings(Talker.command(log()));
    StudySnapshot study = run(study().create(), 6, settings, 2);

    assertThat(study.in(TrialState.COMPLETE)).hasSize(6);
    assertThat(new HashSet<>(Talker.processes(log()))).hasSize(2);
  }

  @Test
  void aProcessPerTrialIfWanted() throws Exception {
    ProgramSettings settings =
        new ProgramSettings(Talker.command(log(), "curve@1"), true, Optional.empty(), SEED);
    StudySnapshot study = run(study().create(), 3, settings, 1);

    assertThat(study.in(TrialState.COMPLETE)).hasSize(3);
    assertThat(Talker.processes(log())).doesNotHaveDuplicates();
    assertThat(study.trials().get(1).intermediate()).hasSize(4);
  }

  @Test
  void whatTheProgramSaysOfATrialIsKept() throws Exception {
    StudySnapshot study = talk(5, "fail@0", "nan@1", "null@2", "two@3", "constrained@4");

    assertThat(study.trials().stream().limit(4))
        .allMatch(trial -> trial.state() == TrialState.FAIL);
    assertThat(reason(study, 0)).isEqualTo("out of memory");
    assertThat(reason(study, 1)).isEqualTo(reason(study, 2)).contains("NaN");
    assertThat(reason(study, 3)).contains("1", "2");
    assertThat(study.trials().get(4).constraints()).isEqualTo(Map.of("0", -1.0, "1", 0.5));
    assertThat(study.best()).isEmpty();
    assertThat(new HashSet<>(Talker.processes(log()))).hasSize(1);
  }

  private static String reason(StudySnapshot study, int trial) {
    return study.trials().get(trial).reason().orElse("");
  }

  private record AtStepTwo() implements Pruner {
    @Override
    public String id() {
      return "at-step-two";
    }

    @Override
    public boolean shouldPrune(StudySnapshot snapshot, TrialRecord trial) {
      return trial.number() < 2 && trial.intermediate().lastKey() == 2;
    }
  }

  @Test
  void aPrunedTrialEndsAndTheProcessGoesOn() throws Exception {
    Study study = study().pruner(new AtStepTwo()).create();
    String command = Talker.command(log(), "curve@0", "stubborn@1", "curve@2");
    StudySnapshot after = run(study, 4, settings(command), 1);

    assertThat(after.trials())
        .extracting(TrialRecord::state)
        .containsExactly(
            TrialState.PRUNED, TrialState.PRUNED, TrialState.COMPLETE, TrialState.COMPLETE);
    assertThat(after.trials().get(0).intermediate()).hasSize(2);
    assertThat(after.trials().get(2).intermediate()).hasSize(4);
    assertThat(new HashSet<>(Talker.processes(log()))).hasSize(1);
  }

  @Test
  void severalObjectives() throws Exception {
    Study study = study().directions(List.of(Direction.MINIMIZE, Direction.MAXIMIZE)).create();
    String command = Talker.command(log(), "two@0", "measure@1");
    StudySnapshot after = run(study, 2, settings(command), 1);

    assertThat(after.trials().get(0).values()).hasSize(2);
    assertThat(after.trials().get(1).state()).isEqualTo(TrialState.FAIL);
  }

  @Test
  void aProgramThatDiesFailsItsTrialOnlyAndIsStartedAgain() throws Exception {
    StudySnapshot study = talk(5, "die@1", "quit@3");

    assertThat(study.in(TrialState.COMPLETE)).hasSize(3);
    assertThat(reason(study, 1))
        .isEqualTo(
            "the program ended with exit status 3: Traceback (most recent call last): /"
                + " ValueError: no such layer");
    assertThat(reason(study, 3)).isEqualTo("the program ended with exit status 0");
    assertThat(new HashSet<>(Talker.processes(log()))).hasSize(4);
    assertThat(errors).contains("ValueError: no such layer");
  }

  @Test
  void aProgramThatTalksNonsenseFailsItsTrialOnlyAndIsStartedAgain() throws Exception {
    StudySnapshot study = talk(4, "words@0", "other@2");

    assertThat(study.in(TrialState.COMPLETE)).hasSize(2);
    assertThat(reason(study, 0))
        .isEqualTo(
            "the program said 'Epoch 1 of 10', but it is not valid JSON: Unrecognized token"
                + " 'Epoch'; allowed on its standard output are JSON lines such as {\"trial\": 7,"
                + " \"values\": [0.37]}");
    assertThat(reason(study, 2)).isEqualTo("the program speaks of trial 3, but runs trial 2");
    assertThat(new HashSet<>(Talker.processes(log()))).hasSize(3);
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no sh")
  void aProgramThatLeavesAfterItsResultIsStartedAgain() {
    String once = ECHO.replace("WHEN", "").replaceFirst("while", "if").replaceFirst("do", "then");
    ProgramSettings settings = settings(once.replace("done", "fi"));
    StudySnapshot study = run(study().create(), 5, settings, 1);

    assertThat(study.in(TrialState.COMPLETE)).hasSize(5);
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no sh")
  void aProgramThatHangsIsEndedWithWhateverItStarted() throws IOException {
    Path pid = folder.resolve("pid");
    String hang = "if [ $trial = 1 ]; then sleep 1000 & echo $! > '%s'; wait; fi".formatted(pid);
    Optional<Duration> limit = Optional.of(Duration.ofSeconds(2));
    ProgramSettings settings = new ProgramSettings(ECHO.replace("WHEN", hang), false, limit, SEED);
    StudySnapshot study = run(study().create(), 3, settings, 1);

    assertThat(study.in(TrialState.COMPLETE)).hasSize(2);
    assertThat(reason(study, 1)).isEqualTo("no result within 2 s");
    assertThat(ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())))
        .matches(handle -> handle.isEmpty() || !handle.get().isAlive());
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no sh")
  void aProgramThatDoesNotStopTalkingOrDoesNotListenHoldsNobodyUp() {
    String flood = "if [ $trial = 0 ]; then cat /dev/zero; fi";
    String deaf =
        """
        if [ $trial = 1 ]; then
          exec 3<&0 </dev/null
          i=0
          while [ $i -lt 3000 ]; do
            echo "{\\"trial\\": 1, \\"step\\": $i, \\"value\\": $i}"
            i=$((i+1))
          done
          exec <&3
        fi
        """;
    Study study = study().pruner(new NopPruner()).create();
    StudySnapshot after = run(study, 2, settings(ECHO.replace("WHEN", flood + "\n" + deaf)), 1);

    assertThat(reason(after, 0)).startsWith("the program said '");
    assertThat(after.trials().get(1).intermediate()).hasSize(3000);
    assertThat(after.trials().get(1).state()).isEqualTo(TrialState.COMPLETE);
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no sh")
  void aProgramThatIsNotThereIsGivenUpAtOnce() {
    Study study = study().create();
    try (ProgramObjective program =
        new ProgramObjective(settings("no-such-program"), 1, (worker, line) -> {}, NEVER)) {
      study.optimize(Budget.trials(2), 1, program);

      assertThat(program.isOver()).isTrue();
      assertThat(program.hopeless().orElseThrow())
          .startsWith("the program ended with exit status 127: ")
          .contains("not found");
    }
    assertThat(study.snapshot().trials()).hasSize(2).allMatch(TrialRecord::isInterrupted);
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no sh")
  void aProgramThatNeverSaysAWordIsGivenUpAfterTenTimes() {
    Study study = study().create();
    try (ProgramObjective program =
        new ProgramObjective(settings("exit 1"), 1, (worker, line) -> {}, NEVER)) {
      study.optimize(Budget.trials(50), 1, program);

      assertThat(program.hopeless()).contains("the program ended with exit status 1");
    }
    assertThat(study.snapshot().trials()).filteredOn(trial -> !trial.isInterrupted()).hasSize(9);
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no sh")
  void aProgramThatDiesAfterItsFirstResultIsNeverGivenUp() {
    String once = ECHO.replace("WHEN", "[ $trial = 0 ] || exit 1");
    StudySnapshot study = run(study().create(), 15, settings(once), 1);

    assertThat(study.trials()).hasSize(15);
    assertThat(study.in(TrialState.FAIL)).hasSize(14);
  }

  private boolean hasBegunTwo() {
    try {
      return Files.exists(log()) && Talker.processes(log()).size() == 2;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void assertCutOffInTrialOne(Study study) throws IOException {
    assertThat(study.snapshot().trials())
        .extracting(TrialRecord::state)
        .containsExactly(TrialState.COMPLETE, TrialState.FAIL);
    assertThat(study.snapshot().trials().get(1).isInterrupted()).isTrue();
    assertThat(ProcessHandle.of(Talker.processes(log()).get(0)))
        .matches(handle -> handle.isEmpty() || !handle.get().isAlive());
  }

  @Test
  void aWishToStopEndsTheProgramAndLeavesNoTrialRunning() throws Exception {
    Study study = study().create();
    ProgramSettings settings = settings(Talker.command(log(), "hang@1"));
    try (ProgramObjective program =
        new ProgramObjective(settings, 1, (worker, line) -> {}, this::hasBegunTwo)) {
      study.optimize(Budget.trials(2), 1, program);
    }

    assertCutOffInTrialOne(study);
  }

  @Test
  void anInterruptEndsTheProgramAndLeavesNoTrialRunning() throws Exception {
    Study study = study().create();
    ProgramSettings settings = settings(Talker.command(log(), "hang@1"));
    Thread search = new Thread(() -> run(study, 5, settings, 1));
    search.start();
    while (!hasBegunTwo()) {
      Thread.sleep(5);
    }
    search.interrupt();
    search.join();

    assertCutOffInTrialOne(study);
  }
}
