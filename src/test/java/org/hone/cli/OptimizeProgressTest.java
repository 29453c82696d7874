package org.hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import org.hone.search.sampler.RandomSampler;
import org.hone.search.space.Direction;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.SearchSpace;
import org.hone.search.study.Budget;
import org.hone.search.study.Objective;
import org.hone.search.study.Outcome;
import org.hone.search.study.Study;
import org.hone.search.study.Trial;
import org.hone.search.trial.TrialRecord;
import org.junit.jupiter.api.Test;

class OptimizeProgressTest {
  private static final List<Direction> ONE = List.of(Direction.MAXIMIZE);
  private static final List<Direction> TWO = List.of(Direction.MINIMIZE, Direction.MINIMIZE);

  private final StringWriter err = new StringWriter();
  private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();

  private OptimizeProgress lines(int workers) {
    return new OptimizeLines(new PrintWriter(err, true), workers);
  }

  private List<String> said() {
    return err.toString().lines().map(line -> line.replaceFirst(" \\(\\d.*", "")).toList();
  }

  private static void run(
      OptimizeProgress progress, List<Direction> directions, int trials, Objective objective) {
    Study study =
        Study.builder("s")
            .directions(directions)
            .space(SearchSpace.of(Parameter.of("x", FloatDistribution.of(0, 1))))
            .sampler(new RandomSampler())
            .listener(progress)
            .create();
    progress.began(List.of("a study"), study.snapshot(), OptionalInt.of(trials));
    study.optimize(Budget.trials(trials), 1, objective);
  }

  private static Outcome inTurn(Trial trial, Outcome... outcomes) {
    return outcomes[trial.number()];
  }

  @Test
  void saysWhatBecameOfEachTrial() {
    run(
        lines(1),
        ONE,
        7,
        trial -> {
          if (trial.number() == 2) {
            trial.report(3, 0.5);
          }
          if (trial.number() == 5) {
            trial.setConstraint("limit", 1);
          }
          return inTurn(
              trial,
              Outcome.complete(1),
              Outcome.failed("no luck\nat all"),
              Outcome.pruned(),
              Outcome.complete(0.5),
              Outcome.complete(2),
              Outcome.complete(9),
              Outcome.failed(TrialRecord.INTERRUPTED));
        });

    assertThat(said())
        .containsExactly(
            "a study",
            "trial 0: 1, the best so far",
            "trial 1: failed, no luck",
            "trial 2: pruned at step 3",
            "trial 3: 0.5",
            "trial 4: 2, the best so far",
            "trial 5: 9, breaks a constraint",
            "trial 6: interrupted");
  }

  @Test
  void saysWhichTrialsAreOnTheFront() {
    run(
        lines(1),
        TWO,
        4,
        trial ->
            inTurn(
                trial,
                Outcome.complete(1, 2),
                Outcome.complete(2, 1),
                Outcome.complete(2, 2),
                Outcome.complete(1, 1)));

    assertThat(said())
        .containsExactly(
            "a study",
            "trial 0: 1, 2, on the front",
            "trial 1: 2, 1, on the front",
            "trial 2: 2, 2",
            "trial 3: 1, 1, on the front");
  }

  @Test
  void saysWhoseProgramComplainsIfThereAreSeveral() {
    lines(1).line(1, "warning");
    lines(2).line(2, "warning");

    assertThat(said()).containsExactly("warning", "[program 2] warning");
  }

  @Test
  void silenceIsSilent() {
    try (OptimizeProgress progress = OptimizeProgress.silent()) {
      run(progress, ONE, 2, trial -> Outcome.complete(1));
      progress.line(1, "warning");
    }
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void linesStandAboveTheBarOnATerminal() {
    PrintStream screen = new PrintStream(terminal, true, StandardCharsets.UTF_8);
    OptimizeBar bar = new OptimizeBar(new BarWithLines(screen, () -> 71), 1);
    run(
        bar,
        ONE,
        4,
        trial -> {
          bar.line(1, "warning " + trial.number());
          return inTurn(
              trial,
              Outcome.complete(0.5),
              Outcome.failed("no luck"),
              Outcome.complete(0.75),
              Outcome.failed(TrialRecord.INTERRUPTED));
        });
    bar.close();
    bar.close();

    String shown = terminal.toString(StandardCharsets.UTF_8);
    assertThat(above(shown))
        .containsExactly(
            "a study",
            "warning 0",
            "warning 1",
            "trial 1: failed, no luck",
            "warning 2",
            "warning 3");
    assertThat(shown).contains("3/4", "best 0.75 (trial 2)").doesNotContain("4/4");
  }

  /** Whatever was written after the line was cleared. */
  private static List<String> above(String shown) {
    return shown
        .lines()
        .filter(line -> line.contains("\033[K"))
        .map(line -> line.substring(line.lastIndexOf("\033[K") + "\033[K".length()))
        .toList();
  }

  @Test
  void aBarOfTrialsWithoutEndHasNone() {
    PrintStream screen = new PrintStream(terminal, true, StandardCharsets.UTF_8);
    try (OptimizeBar bar = new OptimizeBar(new BarWithLines(screen, () -> 71), 1)) {
      Study study = Study.builder("s").directions(TWO).listener(bar).create();
      bar.began(List.of(), study.snapshot(), OptionalInt.empty());
      study.optimize(Budget.trials(2), 1, trial -> Outcome.complete(1, 1));
    }
    assertThat(terminal.toString(StandardCharsets.UTF_8)).contains("front of 2");
  }
}
