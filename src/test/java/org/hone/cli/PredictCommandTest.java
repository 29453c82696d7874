package org.hone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hone.agent.Environment;
import org.hone.agent.RunFolder;
import org.hone.agent.TaskSource;
import org.hone.engine.Dl4jEngine;
import org.hone.engine.data.Prepared;
import org.hone.engine.data.Preprocessing;
import org.hone.engine.training.ModelArchive;
import org.hone.search.storage.Storage;
import org.hone.search.storage.jdbc.JdbcStorage;
import org.hone.search.trial.TrialRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Tuned for real, on a table that takes a moment, and then asked. */
class PredictCommandTest {
  @TempDir Path folder;
  private Tables tables;
  private Path table;
  private String study;

  @BeforeEach
  void prepare() {
    tables = new Tables(folder);
    table = folder.resolve("table.csv");
  }

  private void tune(String label, List<String> lines) throws IOException {
    study = tables.study(label, lines);
    Cli tuned =
        Cli.hone(
            "tune", study, "--quiet", "--set", "confirmation.seeds=1", "--set", "study.trials=2");
    assertThat(tuned).isEqualTo(new Cli(0, "", ""));
  }

  private Cli predict(Path csv) {
    return Cli.hone("predict", tables.model().toString(), csv.toString());
  }

  private static List<List<String>> cells(Cli predicted) {
    assertThat(predicted.code()).as(predicted.err()).isZero();
    assertThat(predicted.out()).isNotEmpty();
    return predicted.out().lines().map(line -> Arrays.asList(line.split(",", -1))).toList();
  }

  /** Numbers of rows of the table, from 0, that look like the test rows. */
  private List<Integer> testRows() {
    TaskSource source =
        new TaskSource(
            Environment.discover().study(Optional.of(Path.of(study)), List.of()), new Dl4jEngine());
    Prepared split = source.split(1);
    Preprocessing preprocessing = split.preprocessing();
    INDArray all = preprocessing.encode(preprocessing.readForPrediction(table)).features();
    INDArray test = split.test().orElseThrow().features();
    assertThat(test.size(0)).isEqualTo(12);
    return IntStream.range(0, 12)
        .map(
            row ->
                IntStream.range(0, 60)
                    .filter(other -> all.getRow(other).equals(test.getRow(row)))
                    .findFirst()
                    .orElseThrow())
        .boxed()
        .toList();
  }

  /** What the confirmation measured of the model that was handed over. */
  private double testScore() {
    try (Storage storage = JdbcStorage.open(RunFolder.database(tables.output()))) {
      String confirmation = storage.studyNames().get(1);
      List<TrialRecord> runs =
          storage.snapshot(storage.findStudy(confirmation).orElseThrow()).trials();
      return runs.get(runs.size() - 1).value().orElseThrow();
    }
  }

  @Test
  void givesClassesWithProbabilitiesAsGoodAsReported() throws IOException {
    List<String> flowers = Tables.flowers();
    tune("kind", flowers);

    List<List<String>> predicted = cells(predict(table));

    assertThat(predicted).hasSize(61);
    assertThat(predicted.get(0)).containsExactly("kind", "p(aster)", "p(daisy)", "p(tulip)");
    for (List<String> row : predicted.subList(1, 61)) {
      List<Double> shares = row.subList(1, 4).stream().map(Double::valueOf).toList();
      assertThat(shares.stream().mapToDouble(share -> share).sum()).isEqualTo(1, within(1e-5));
      double most = shares.stream().mapToDouble(share -> share).max().orElseThrow();
      assertThat(shares.get(List.of("aster", "daisy", "tulip").indexOf(row.get(0))))
          .isEqualTo(most);
      assertThat(row.subList(1, 4)).allMatch(share -> share.matches("[01]\\.\\d{6}"));
    }
    long right =
        testRows().stream()
            .filter(row -> flowers.get(row + 1).endsWith("," + predicted.get(row + 1).get(0)))
            .count();
    assertThat(right / 12.0).isEqualTo(testScore(), within(1e-6));
  }

  @Test
  void givesNumbersAsGoodAsReported() throws IOException {
    List<String> houses = Tables.houses();
    tune("price", houses);

    List<List<String>> predicted = cells(predict(table));

    assertThat(predicted.get(0)).containsExactly("price");
    double squares =
        testRows().stream()
            .mapToDouble(
                row -> {
                  String line = houses.get(row + 1);
                  double price = Double.parseDouble(line.substring(line.lastIndexOf(',') + 1));
                  return Math.pow(Double.parseDouble(predicted.get(row + 1).get(0)) - price, 2);
                })
            .sum();
    double score = testScore();
    assertThat(Math.sqrt(squares / 12)).isEqualTo(score, within(score * 1e-4));
  }

  private void tuneOn(String data) throws IOException {
    study = tables.study(data);
    Cli tuned =
        Cli.hone(
            "tune", study, "--quiet", "--set", "confirmation.seeds=1", "--set", "study.trials=2");
    assertThat(tuned).isEqualTo(new Cli(0, "", ""));
  }

  @Test
  void givesTheLabelsThatAreLikelyAndTheProbabilityOfEach() throws IOException {
    List<String> lines = new ArrayList<>(List.of("x,garden,count,tags"));
    for (int i = 0; i < 60; i++) {
      String tags = (i % 4 > 1 ? "tall|" : "") + (i % 4 % 2 == 1 ? "red" : "");
      lines.add("%d,g%d,%d,%s".formatted(i % 4, i / 5, 1 + i % 3, tags));
    }
    Files.write(table, lines);
    tuneOn(
        "data: {file: table.csv, labels-separated-by: '|', group: garden, weight: count, folds: 2}");

    List<List<String>> predicted = cells(predict(table));

    assertThat(predicted.get(0)).containsExactly("tags", "p(red)", "p(tall)");
    for (List<String> row : predicted.subList(1, 61)) {
      List<String> likely = new ArrayList<>();
      if (Double.parseDouble(row.get(1)) > 0.5) {
        likely.add("red");
      }
      if (Double.parseDouble(row.get(2)) > 0.5) {
        likely.add("tall");
      }
      assertThat(row.get(0)).isEqualTo(String.join(";", likely));
    }
  }

  @Test
  void givesSeveralNumbers() throws IOException {
    List<String> lines = new ArrayList<>(List.of("x,day,small,large"));
    for (int i = 0; i < 60; i++) {
      lines.add("%d,2024-%02d-%02d,%s,%d".formatted(i, 1 + i / 20, 1 + i % 20, i * 0.01, i * 1000));
    }
    Files.write(table, lines);
    tuneOn("data: {file: table.csv, label: [large, small], time: day, scaling: robust}");

    List<List<String>> predicted = cells(predict(table));

    assertThat(predicted.get(0)).containsExactly("large", "small");
    assertThat(predicted.subList(1, 61))
        .allMatch(row -> Math.abs(Double.parseDouble(row.get(1))) < 3)
        .anyMatch(row -> Math.abs(Double.parseDouble(row.get(0))) > 100);
  }

  @Test
  void doesWithoutTheLabelAndInAnyOrderOfColumns() throws IOException {
    tune("kind", Tables.flowers());
    List<List<String>> usual = cells(predict(table));
    List<String> turned = new ArrayList<>();
    for (String line : Tables.flowers()) {
      String[] cells = line.split(",", -1);
      turned.add(String.join(";", cells[2], cells[0], "extra", cells[1]));
    }

    Path other = Files.write(folder.resolve("turned.csv"), turned);

    assertThat(cells(predict(other))).isEqualTo(usual);
  }

  @Test
  void aRowAloneIsPredictedAsAmongOthers() throws IOException {
    tune("kind", Tables.flowers());
    List<List<String>> usual = cells(predict(table));

    Path one = Files.write(folder.resolve("one.csv"), Tables.flowers().subList(0, 2));

    assertThat(cells(predict(one))).isEqualTo(usual.subList(0, 2));
  }

  @Test
  void theSameEverywhere() throws IOException {
    tune("kind", Tables.flowers());
    Cli usual = predict(table);
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(predict(table)).isEqualTo(usual);
    } finally {
      Locale.setDefault(before);
    }
    assertThat(usual.out()).doesNotContain("\r").endsWith("\n");
  }

  @Test
  void aColumnThatTheModelNeedsMustBeThere() throws IOException {
    tune("kind", Tables.flowers());
    List<String> lines = new ArrayList<>(Tables.flowers());
    lines.set(0, "lenght,width,colour,kind");
    Path other = Files.write(folder.resolve("other.csv"), lines);

    Cli mistake = predict(other);

    assertThat(mistake.code()).isEqualTo(2);
    assertThat(mistake.out()).isEmpty();
    assertThat(mistake.err().replace(folder.toString(), "FOLDER"))
        .isEqualTo(
            "hone: FOLDER/other.csv: there is no column 'length' that the model learnt from (did"
                + " you mean 'lenght'?); the 4 columns are lenght, width, colour, kind\n");
  }

  @Test
  void aCategoryThatWasNeverSeenIsNoted() throws IOException {
    tune("kind", Tables.flowers());
    Path other =
        Files.write(folder.resolve("other.csv"), List.of("length,width,colour", "1.0,7.0,green"));

    Cli predicted = predict(other);

    assertThat(predicted.code()).isZero();
    assertThat(predicted.out().lines()).hasSize(2);
    assertThat(predicted.err()).startsWith("hone: ").contains("green").containsOnlyOnce("\n");
  }

  @Test
  void aModelWhosePreprocessingIsBrokenIsNamed() throws IOException {
    tune("kind", Tables.flowers());
    ModelArchive.addPreprocessing(tables.model(), "{}");

    Cli mistake = predict(table);

    assertThat(mistake.code()).isEqualTo(2);
    assertThat(mistake.err())
        .startsWith("hone: " + tables.model() + ": not a model that can be read (")
        .containsOnlyOnce("\n");
  }
}
