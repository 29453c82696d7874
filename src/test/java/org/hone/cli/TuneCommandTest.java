package org.hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TuneCommandTest {
  @TempDir Path folder;
  private Tables tables;
  private String study;

  @BeforeEach
  void prepare() throws IOException {
    tables = new Tables(folder);
    study = tables.study("kind", Tables.flowers());
  }

  private Cli tune(String... options) {
    List<String> command = new ArrayList<>(List.of("tune", study));
    command.addAll(List.of(options));
    return Cli.hone(command);
  }

  @Test
  void showsProgressAndSummary() {
    Cli tuned = tune();

    assertThat(tuned.code()).isZero();
    assertThat(tuned.err())
        .startsWith(
            """
            classification of kind from table.csv
            60 rows: 36 to train, 12 to validate, 12 to test
            3 columns, input [4], 3 classes
            search: 0 of 3 trainings done
            trial 0: accuracy 0\
            """);
    assertThat(tuned.err().lines())
        .filteredOn(line -> line.startsWith("trial ") || line.startsWith("run "))
        .allMatch(
            line ->
                line.matches(
                    "(trial|run) \\d: accuracy [01]\\.\\d{4}(, the best so far)? \\(\\d+\\.\\d"
                        + " s\\)"));
    assertThat(tuned.out())
        .contains("validation", "baseline  ", "Inconclusive.")
        .endsWith(
            """

            report  %s/report.html
            best    %s/best
            """
                .formatted(tables.output(), tables.output()));
    assertThat(tables.output()).isDirectoryContaining("glob:**/report.html");
    assertThat(tables.model()).exists();
  }

  @Test
  void goesOnWhereItStopped() {
    tune("--quiet", "--set", "study.trials=1", "--set", "confirmation.seeds=1");

    Cli again = tune("--set", "study.trials=1", "--set", "confirmation.seeds=1");

    assertThat(again.code()).isZero();
    assertThat(again.err())
        .endsWith(
            """
            going on with study 'small'
            search: 1 of 1 trainings done
            confirmation: 1 of 1 trainings done
            """);
  }

  @Test
  void startsOverOnDemand() {
    tune("--quiet", "--set", "study.trials=1", "--set", "confirmation.seeds=1");

    Cli refused = tune("--quiet", "--set", "study.trials=1", "--set", "training.epochs=1");

    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err())
        .isEqualTo(
            "hone: study 'small' began otherwise: training.epochs was 2 and is 1. Start over with"
                + " --restart, or keep both with --set study.name=NAME\n");

    Cli restarted = tune("--restart", "--set", "study.trials=1", "--set", "training.epochs=1");

    assertThat(restarted.code()).isZero();
    assertThat(restarted.err()).contains("search: 0 of 1 trainings done");
  }

  @Test
  void failsIfNothingCameOfAnyTrial() throws IOException {
    study = tables.study("price", Tables.houses());

    Cli run = tune("--set", "study.trials=1", "--set", "training.learning-rate=1e30");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("hone: no trial came to a result; trial 0: ");
  }

  @Test
  void itsConfirmationIsNotTheStudyThatIsMeant() {
    assertThat(tune("--set", "study.trials=1", "--set", "confirmation.seeds=1").code()).isZero();

    Cli trials = Cli.hone("trials", "--storage", folder.resolve("out/hone.db").toString());

    assertThat(trials.err()).isEmpty();
    assertThat(trials.code()).isZero();
  }

  @Test
  void isQuietOnDemand() {
    assertThat(tune("--quiet", "--set", "study.trials=1")).isEqualTo(new Cli(0, "", ""));
  }

  @Test
  void speaksJsonOnDemand() throws IOException {
    Cli tuned = tune("--json");

    assertThat(tuned.code()).isZero();
    assertThat(tuned.err()).isEmpty();
    JsonNode json = new ObjectMapper().readTree(tuned.out());
    assertThat(json.fieldNames())
        .toIterable()
        .containsExactly(
            "study",
            "metric",
            "direction",
            "trials",
            "interrupted",
            "baseline",
            "best",
            "baselineTestScores",
            "bestTestScores",
            "verdict",
            "why",
            "folder");
    assertThat(json.get("study").asText()).isEqualTo("small");
    assertThat(json.get("direction").asText()).isEqualTo("MAXIMIZE");
    assertThat(json.get("trials").asInt()).isEqualTo(3);
    assertThat(json.get("baseline").get("trial").asInt()).isZero();
    assertThat(json.get("baseline").get("parameters").get("dropout").asText()).isEqualTo("none");
    assertThat(json.get("best").get("validationScore").isNumber()).isTrue();
    assertThat(json.get("folder").asText()).isEqualTo(tables.output().toString());
    assertThat(json.get("verdict").asText()).isEqualTo("INCONCLUSIVE");
  }

  @Test
  void aDryRunLeavesNothingBehind() {
    Cli planned = tune("--dry-run", "--restart");

    assertThat(planned.code()).isZero();
    assertThat(planned.err()).isEmpty();
    assertThat(planned.out())
        .startsWith("study small\n  classification of kind from table.csv\n")
        .contains(
            """
            search space: 4 parameters, 4 searched, 0 fixed
              dropout                        none | dropout
              weight-penalty                 none | weight-decay
                dropout.rate                 float 0.0..0.8  (default 0.5)
                weight-decay.coefficient     float 1.0E-6..0.1, log  (default 0.01)

            budget: 3 trials of at most 2 epochs; then baseline and best again with 2 seeds each
            """)
        .endsWith("output: " + tables.output() + "\n");
    assertThat(tables.output()).doesNotExist();
  }

  @Test
  void theBuiltInStudyNeedsNoFile() {
    Cli planned = Cli.hone("tune", "--dry-run");

    assertThat(planned.code()).isZero();
    assertThat(planned.out()).startsWith("study digits\n").endsWith("output: runs/digits\n");
  }

  @Test
  void theReportShowsTheCommandAsAShellTakesIt() throws IOException {
    tune("--quiet", "--set", "study.trials=1", "--set", "techniques={dropout: search}");

    assertThat(Files.readString(tables.output().resolve("report.md")))
        .contains(
            "hone tune %s --quiet --set study.trials=1 --set 'techniques={dropout: search}'"
                .formatted(study));
  }

  @Test
  void aWorkerComesToTheSameResults() {
    Cli here = tune("--restart", "--set", "study.trials=2", "--set", "confirmation.seeds=1");
    Cli there =
        tune(
            "--restart",
            "--workers=1",
            "--worker-memory=512m",
            "--set",
            "study.trials=2",
            "--set",
            "confirmation.seeds=1");

    assertThat(there.code()).isZero();
    assertThat(withoutSeconds(there.err())).isEqualTo(withoutSeconds(here.err()));
    assertThat(tables.model()).exists();
  }

  private static String withoutSeconds(String text) {
    return text.replaceAll("\\d+\\.\\d s", "");
  }
}
