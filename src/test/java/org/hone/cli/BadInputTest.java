package org.hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hone.agent.Environment;
import org.hone.agent.RunFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user is told about a mistake: one line, and exit code 2. */
class BadInputTest {
  @TempDir Path folder;
  private Tables tables;

  @BeforeEach
  void prepare() {
    tables = new Tables(folder);
  }

  private void refused(String message, String... command) {
    Cli mistake = Cli.hone(command);

    assertThat(mistake.err().replace(folder.toString(), "FOLDER"))
        .isEqualTo("hone: " + message + "\n");
    assertThat(mistake.out()).isEmpty();
    assertThat(mistake.code()).isEqualTo(2);
  }

  private void tableRefused(String message, List<String> lines) throws IOException {
    refused(message, "tune", tables.study("kind", lines));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "study.trails=3 | --set study.trails=3: unknown key; did you mean 'trials'? allowed: name, trials, timeout, trial-timeout, seed, sampler, pruner",
        "study.trials=many | --set study.trials=many: 'many' is not a whole number; allowed: 1 or more",
        "study.trials | --set study.trials: is not key=value, such as study.trials=20",
        "techniques={dropout: {rate: [0.6, 0.1]}} | --set techniques={dropout: {rate: [0.6, 0.1]}}: techniques.dropout.rate: [0.6, 0.1] is reversed; allowed: [low, high]",
        "techniques={dropout: {rate: 7}} | --set techniques={dropout: {rate: 7}}: techniques.dropout.rate: 7 is not one of: float 0.0..0.8",
        "techniques={dropout: {raet: 0.1}} | --set techniques={dropout: {raet: 0.1}}: techniques.dropout.raet: unknown parameter 'raet'; did you mean 'rate'? allowed: rate",
        "objective.metric=rmse | --set objective.metric=rmse: 'rmse' does not fit classification; allowed: accuracy, balanced-accuracy, macro-f1, auc, log-loss",
        "data.test=0 | --set data.test=0: 0 leaves no rows to compare baseline and best on; allowed: more than 0, or a file",
        "data.label=knid | --set data.label=knid: FOLDER/table.csv: there is no column 'knid' to predict (did you mean 'kind'?); the 4 columns are length, width, colour, kind",
        "data.file=none.csv | --set data.file=none.csv: no such file: FOLDER/none.csv",
      })
  void aBadSettingIsNamed(String override, String message) throws IOException {
    refused(message, "tune", tables.study("kind", Tables.flowers()), "--set", override);
  }

  @Test
  void anUnknownTechnique() throws IOException {
    List<String> known = Environment.discover().techniques().ids();

    refused(
        "--set techniques=[dropuot]: techniques[0]: unknown technique 'dropuot'; did you mean 'dropout'? allowed: "
            + String.join(", ", new TreeSet<>(known)),
        "tune",
        tables.study("kind", Tables.flowers()),
        "--set",
        "techniques=[dropuot]");
  }

  @Test
  void aMissingStudyFile() {
    refused("FOLDER/none.yaml: no such file", "tune", folder.resolve("none.yaml").toString());
  }

  @Test
  void aRaggedTable() throws IOException {
    List<String> lines = Tables.flowers();
    lines.set(5, "1.0,2.0,red");

    tableRefused(
        "FOLDER/table.csv, line 6: has 3 cells, but the first line has 4 (separator comma)", lines);
  }

  @Test
  void anEmptyTable() throws IOException {
    tableRefused("FOLDER/table.csv: is empty; a header or a first row is needed", List.of());
  }

  @Test
  void aTableOfNothingButAHeader() throws IOException {
    tableRefused("FOLDER/table.csv: has a header, but no rows", List.of(Tables.flowers().get(0)));
  }

  @Test
  void aClassOfOneRow() throws IOException {
    List<String> lines = Tables.flowers();
    lines.add("1,2,red,rose");

    tableRefused(
        "FOLDER/table.csv: column 'kind' (number 4): class 'rose' has only one row; each class needs"
            + " two, one to learn from and one to validate with",
        lines);
  }

  @Test
  void textAmongNumbers() throws IOException {
    List<String> lines = Tables.flowers();
    lines.set(7, "long,2.0,red,tulip");

    tableRefused(
        "FOLDER/table.csv, line 8: column 'length' (number 1): 'long' is not a number; allowed is a"
            + " number such as -1.5 or 2e3, or nothing, NA, N/A, NaN, null or ? for a missing value;"
            + " if its values are names, list it as categorical",
        lines);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--quiet", "--dry-run"})
  void aFolderThatIsAFile(String way) throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    refused(
        "FOLDER/file: cannot be written (FOLDER/file is not a folder); choose another folder with"
            + " --set output=FOLDER",
        "tune",
        tables.study("kind", Tables.flowers()),
        way,
        "--set",
        "output=" + file);
  }

  @Test
  void aMistakeThatTheDataShowHasItsPlaceInTheStudyFile() throws IOException {
    Path study = Path.of(tables.study("kind", Tables.flowers()));
    Files.writeString(study, Files.readString(study) + "objective:\n  metric: rmse\n");

    assertThat(Cli.hone("tune", study.toString()).err())
        .matches(
            "(?s)hone: .*%s:\\d+:11: objective.metric: 'rmse' .*".formatted(study.getFileName()));
  }

  @Test
  void channelsThatNoImageHas() throws IOException {
    Files.createFile(Files.createDirectories(folder.resolve("photos/cat")).resolve("1.png"));

    Cli mistake = Cli.hone("tune", tables.study("data: {file: photos, shape: [8, 8, 2]}"));

    assertThat(mistake.code()).isEqualTo(2);
    assertThat(mistake.err())
        .endsWith(
            "data.shape: 2 channels are none that image files have; allowed: 1 (grey) or 3 (colour)\n");
  }

  @Test
  void aFolderInUse() throws IOException {
    try (RunFolder held = RunFolder.hold(tables.output())) {
      refused(
          "FOLDER/out: another hone is working here; wait for it, or choose another folder with"
              + " --set output=FOLDER",
          "tune",
          tables.study("kind", Tables.flowers()));
      assertThat(held.database()).doesNotExist();
    }
  }

  @Test
  void aDatabaseThatIsNone() throws IOException {
    Files.createDirectories(tables.output());
    Files.writeString(RunFolder.database(tables.output()), "hello ".repeat(1000));

    Cli mistake = Cli.hone("tune", tables.study("kind", Tables.flowers()), "--quiet");

    assertThat(mistake.code()).isEqualTo(2);
    assertThat(mistake.err())
        .startsWith("hone: " + RunFolder.database(tables.output()) + " is not a database")
        .containsOnlyOnce("\n");
  }

  @Test
  void modelsThatAreNone() throws IOException {
    String csv = Files.write(folder.resolve("table.csv"), Tables.flowers()).toString();
    Path text = Files.writeString(folder.resolve("text.zip"), "not a zip");
    Path empty = Files.writeString(folder.resolve("empty.zip"), "");

    refused("FOLDER/none.zip: no such model file", "predict", folder + "/none.zip", csv);
    refused("FOLDER: no such model file", "predict", folder.toString(), csv);
    for (Path file : List.of(text, empty)) {
      Cli mistake = Cli.hone("predict", file.toString(), csv);
      assertThat(mistake.code()).isEqualTo(2);
      assertThat(mistake.err())
          .startsWith("hone: " + file + ": not a model that can be read (")
          .containsOnlyOnce("\n");
    }
  }

  @Test
  void reportsOnNothing() throws IOException {
    Files.createDirectories(tables.output());
    refused(
        "FOLDER/out: no hone.db there; give the output folder of a study",
        "report",
        tables.output().toString());

    Files.createFile(RunFolder.database(tables.output()));
    refused("FOLDER/out: no study was tuned here", "report", tables.output().toString());
  }

  @Test
  void everyMistakeIsOneLine() throws IOException {
    String study = tables.study("kind", Tables.flowers());
    List<List<String>> commands = new ArrayList<>();
    for (String override :
        List.of(
            "nonsense=1",
            "study=1",
            "training.epochs=0",
            "network.mlp=[0]",
            "data.shape=[1]",
            "data.categorical=[size]",
            "data.ignore=[kind]",
            "study.name=a b",
            "output=",
            "confirmation.seeds=-1",
            "techniques=some",
            "study.timeout=soon")) {
      commands.add(List.of("tune", study, "--set", override));
    }
    Collections.addAll(
        commands,
        List.of("techniques", folder + "/none.yaml"),
        List.of("report", folder + "/none"),
        List.of("predict", study, study));

    Stream<Cli> mistakes = commands.stream().map(Cli::hone);

    assertThat(mistakes)
        .allSatisfy(
            mistake -> {
              assertThat(mistake.code()).isEqualTo(2);
              assertThat(mistake.err()).startsWith("hone: ").containsOnlyOnce("\n");
              assertThat(mistake.out()).isEmpty();
            });
  }

  @Test
  void workersThatMakeNoSenseAreRefused() throws IOException {
    String study = tables.study("kind", Tables.flowers());

    refused("--workers: -1 is too few; allowed: 0 or more", "tune", study, "--workers=-1");
    refused(
        "--worker-memory: 'much' is no size; allowed: such as 512m or 2g",
        "tune",
        study,
        "--worker-memory",
        "much");
    assertThat(tables.output()).doesNotExist();
  }
}
