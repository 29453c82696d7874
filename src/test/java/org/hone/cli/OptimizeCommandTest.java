package org.hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.hone.search.pruner.Pruners;
import org.hone.search.sampler.Samplers;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;
import org.hone.worker.program.fake.Talker;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The command against a real program. */
class OptimizeCommandTest {
  private static final List<String> GOOD = List.of();

  @TempDir Path folder;
  private Searches searches;

  @BeforeEach
  void prepare() {
    searches = new Searches(folder);
  }

  private static String withoutTimes(String text) {
    return text.replaceAll(" \\(\\d+\\.\\d s\\)", "");
  }

  @Test
  void aLinePerTrialAndTheBestOfThem() throws Exception {
    Cli run = searches.optimize(List.of("fail@1"), "--trials", "3", "--sampler", "random");

    assertThat(run.code()).isZero();
    assertThat(withoutTimes(run.err()).lines())
        .satisfiesExactly(
            line -> assertThat(line).isEqualTo("study 'line': 1 parameter, minimize"),
            line -> assertThat(line).isEqualTo("kept in memory only; --storage FILE keeps it"),
            line -> assertThat(line).matches("trial 0: 0\\.\\d+, the best so far"),
            line -> assertThat(line).isEqualTo("trial 1: failed, out of memory"),
            line -> assertThat(line).startsWith("trial 2: 0."));
    assertThat(run.out().lines())
        .satisfiesExactly(
            line -> assertThat(line).isEmpty(),
            line -> assertThat(line).matches("best: trial [02], value \\d\\.\\d+(e-\\d+)?"),
            line -> assertThat(line).matches("  x  0\\.\\d+"),
            line -> assertThat(line).isEmpty(),
            line -> assertThat(line).isEqualTo("3 trials: 2 complete, 1 failed"));
  }

  @Test
  void goesOnWhereItStopped() throws Exception {
    String[] options = {"--storage", searches.storage(), "--study", "s", "--trials"};
    List<String> three = new ArrayList<>(List.of(options));
    three.add("3");
    List<String> five = new ArrayList<>(List.of(options));
    five.add("5");
    searches.optimize(GOOD, three.toArray(String[]::new));

    Cli more = searches.optimize(GOOD, five.toArray(String[]::new));
    Cli nothing = searches.optimize(GOOD, five.toArray(String[]::new));

    assertThat(searches.stored("s").in(TrialState.COMPLETE)).hasSize(5);
    assertThat(more.err())
        .contains("kept in " + searches.storage(), "going on after 3 of 5 trials", "trial 3: ");
    assertThat(more.out())
        .endsWith(
            "5 trials: 5 complete\n"
                + "look further: hone best --storage %s --study s, or trials, importance, export\n"
                    .formatted(searches.storage()));
    assertThat(nothing.err()).contains("going on after 5 of 5 trials").doesNotContain("trial 5");
    assertThat(nothing.out()).isEqualTo(more.out());
  }

  @Test
  void theSameSeedGivesTheSameTrials() throws Exception {
    List<List<String>> asked = new ArrayList<>();
    for (String seed : List.of("7", "7", "8")) {
      Files.deleteIfExists(searches.log());
      Cli run = searches.optimize(List.of("fail@4"), "--trials", "14", "--seed", seed);
      assertThat(run.code()).isZero();
      asked.add(
          Files.readAllLines(searches.log()).stream()
              .map(line -> line.replaceFirst("\\d+ ", ""))
              .toList());
    }

    assertThat(asked.get(0))
        .hasSize(14)
        .isEqualTo(asked.get(1))
        .doesNotContainAnyElementsOf(asked.get(2));
  }

  @Test
  void severalWorkers() throws Exception {
    Cli run = searches.optimize(GOOD, "--trials", "8", "--workers", "2");

    assertThat(run.out()).contains("8 trials: 8 complete");
    assertThat(new HashSet<>(Talker.processes(searches.log()))).hasSize(2);
  }

  @Test
  void aProcessPerTrial() throws Exception {
    Cli run = searches.optimize(GOOD, "--trials", "2", "--exec-per-trial");

    assertThat(run.out()).contains("2 trials: 2 complete");
    assertThat(Talker.processes(searches.log())).doesNotHaveDuplicates();
  }

  @Test
  void unpromisingTrialsArePruned() throws Exception {
    Cli run =
        searches.optimize(
            List.of("curve@*"), "--trials", "16", "--pruner", "median", "--sampler", "random");

    assertThat(run.code()).isZero();
    assertThat(run.err()).containsPattern("trial \\d+: pruned at step \\d");
    assertThat(run.out()).containsPattern("16 trials: \\d+ complete, \\d+ pruned\n");
  }

  @Test
  void whatTheProgramComplainsOfIsShown() throws Exception {
    Cli run = searches.optimize(List.of("die@0"), "--trials", "2");

    assertThat(run.err())
        .contains(
            "ValueError: no such layer\n",
            "trial 0: failed, the program ended with exit status 3: Traceback (most recent call"
                + " last): / ValueError: no such layer");
    assertThat(run.out()).contains("2 trials: 1 complete, 1 failed");
  }

  @Test
  void severalObjectivesEndInAFront() throws Exception {
    Cli run =
        Cli.hone(
            searches.command(
                Searches.TWO, List.of("two@*"), "--trials", "6", "--sampler", "random"));

    assertThat(run.code()).isZero();
    assertThat(run.err())
        .contains("study 'line': 1 parameter, minimize, maximize", ", on the front");
    assertThat(run.out())
        .contains("Pareto front, 1 trial, minimize, maximize\ntrial  state      value 0  value 1");
  }

  @Test
  void theResultAsJson() throws Exception {
    Cli run = searches.optimize(List.of("fail@1"), "--trials", "3", "--json");

    assertThat(run.err()).isEmpty();
    JsonNode json = new ObjectMapper().readTree(run.out());
    assertThat(json.get("study").asText()).isEqualTo("line");
    assertThat(json.get("trials").toString()).isEqualTo("{\"complete\":2,\"failed\":1}");
    assertThat(json.get("interrupted").asBoolean()).isFalse();
    assertThat(json.get("best").get("params").get("x").isDouble()).isTrue();
  }

  @Test
  void quietIsQuiet() throws Exception {
    assertThat(searches.optimize(List.of("die@0"), "--trials", "2", "--quiet"))
        .isEqualTo(new Cli(0, "", ""));
  }

  @Test
  void aTimeoutBeginsNoMoreTrials() throws Exception {
    Cli run =
        searches.optimize(GOOD, "--timeout", "1s", "--quiet", "--storage", searches.storage());

    assertThat(run.code()).isZero();
    assertThat(searches.stored("line").trials()).isNotEmpty();
    assertThat(searches.stored("line").in(TrialState.RUNNING)).isEmpty();
  }

  @Test
  void aSearchWithoutAnyResultIsAMistake() throws Exception {
    Cli run = searches.optimize(List.of("fail@*"), "--trials", "2", "--quiet");

    assertThat(run)
        .isEqualTo(new Cli(2, "", "hone: no trial came to a result; trial 1: out of memory\n"));
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no sh")
  void aProgramThatIsNotThereIsAMistake() throws Exception {
    Cli run =
        Cli.hone(
            "optimize",
            "--space",
            searches.space("line.yaml", Searches.ONE),
            "--exec",
            "no-such-program --flag",
            "--storage",
            searches.storage(),
            "--quiet");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .startsWith(
            "hone: --exec: 'no-such-program --flag': the program ended with exit status 127: ")
        .contains("not found")
        .containsOnlyOnce("\n");
    StudySnapshot study = searches.stored("line");
    assertThat(study.trials()).allMatch(TrialRecord::isInterrupted).hasSize(1);
  }

  private void refused(String message, String... options) throws Exception {
    Cli run = searches.optimize(GOOD, options);

    assertThat(run.err().replace(folder.toString(), "FOLDER")).isEqualTo("hone: " + message + "\n");
    assertThat(run.out()).isEmpty();
    assertThat(run.code()).isEqualTo(2);
    assertThat(searches.log()).doesNotExist();
  }

  @Test
  void mistakesAreOneLine() throws Exception {
    refused(
        "no sampler 'tpee'; known: " + String.join(", ", Samplers.known()), "--sampler", "tpee");
    refused("no pruner 'x'; known: " + String.join(", ", Pruners.known()), "--pruner", "x");
    refused("--trials: 0 is out of range; allowed: 1 or more", "--trials", "0");
    refused("--workers: -2 is out of range; allowed: 1 or more", "--workers", "-2");
    refused(
        "--timeout: 'soon' is not a time span; allowed: 30s, 10m, 2h, 1h30m and the like",
        "--timeout",
        "soon");
    refused(
        "--trial-timeout: 0s is out of range; allowed: 30s, 10m, 2h, 1h30m and the like",
        "--trial-timeout",
        "0s");
    refused(
        "Invalid value for option '--seed': 'x' is not a long; see 'hone optimize --help'",
        "--seed",
        "x");
  }

  @Test
  void whatDoesNotSuitTheSpaceIsRefusedBeforeAnythingIsWritten() throws Exception {
    Cli sampler =
        searches.optimize(GOOD, "--sampler", "brute-force", "--storage", searches.storage());
    Cli pruner =
        Cli.hone(
            searches.command(
                Searches.TWO, GOOD, "--pruner", "median", "--storage", searches.storage()));

    assertThat(sampler.err())
        .startsWith("hone: brute-force tries all values, but 'x' has too many")
        .containsOnlyOnce("\n");
    assertThat(pruner.err())
        .startsWith("hone: pruner 'median' judges by one objective, but study 'line' has 2")
        .containsOnlyOnce("\n");
    assertThat(List.of(sampler.code(), pruner.code())).containsOnly(2);
    assertThat(Path.of(searches.storage())).doesNotExist();
  }

  @Test
  void withoutProgramOrSpaceThereIsNothingToDo() throws Exception {
    String space = searches.space("line.yaml", Searches.ONE);

    assertThat(Cli.hone("optimize", "--space", space, "--exec", " ").err())
        .isEqualTo("hone: --exec: has no value; needed: the program's command\n");
    assertThat(Cli.hone("optimize", "--space", folder + "/no.yaml", "--exec", "x").err())
        .isEqualTo("hone: %s/no.yaml: no such file\n".formatted(folder));
    assertThat(Cli.hone("optimize", "--space", space).err())
        .isEqualTo("hone: Missing required option: '--exec=COMMAND'; see 'hone optimize --help'\n");
  }

  @Test
  void anotherSpaceIsRefusedWithWhatDiffers() throws Exception {
    String[] options = {"--trials", "1", "--storage", searches.storage()};
    searches.optimize(GOOD, options);
    Files.delete(searches.log());

    Cli other =
        Cli.hone(searches.command(Searches.ONE.replace("high: 1", "high: 2"), GOOD, options));

    assertThat(other.code()).isEqualTo(2);
    assertThat(other.err())
        .isEqualTo(
            "hone: study 'line' began with another definition: parameter 'x' was [float 0.0..1.0],"
                + " now [float 0.0..2.0]; use another name to begin a new study\n");
    assertThat(searches.log()).doesNotExist();
  }

  @Test
  void aDatabaseThatIsNoneIsLeftAsItIs() throws Exception {
    String text = "hello ".repeat(1000);
    Files.writeString(Path.of(searches.storage()), text);

    Cli run = searches.optimize(GOOD, "--storage", searches.storage());

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("hone: " + searches.storage()).containsOnlyOnce("\n");
    assertThat(Path.of(searches.storage())).hasContent(text);
  }
}
