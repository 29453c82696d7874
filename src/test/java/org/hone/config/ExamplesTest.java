package org.hone.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ExamplesTest {
  private final StudyFiles files = new StudyFiles(Studies.KNOWN);

  static List<String> examples() {
    return StudyFiles.examples();
  }

  @Test
  void theExamplesOfTheHandbookAreThere() {
    assertThat(examples()).contains("digits", "digits-cnn", "breast-cancer", "diabetes");
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyExampleCanBeRead(String name) {
    StudyFile study = files.example(name, List.of("study.trials=2"));

    assertThat(study.study().name()).isEqualTo(name);
    assertThat(study.study().trials()).isEqualTo(2);
    assertThat(study.data().file()).isReadable();
    assertThat(study.techniques().written()).isNotEqualTo(Map.of());
  }

  @Test
  void anUnknownExampleIsRefusedWithTheKnownOnes() {
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> files.example("digit", List.of()))
        .withMessage(
            "Hone's examples: unknown example 'digit'; did you mean 'digits'?"
                + " allowed: breast-cancer, diabetes, digits, digits-cnn");
  }

  @ParameterizedTest
  @CsvSource({"digits.csv.gz, 1797, 65", "breast-cancer.csv, 570, 31", "diabetes.csv, 443, 11"})
  void bundledTablesAreComplete(String name, int lines, int columns) throws IOException {
    List<String> table = lines(Bundled.DATA.find(name, Origin.of("test")));

    assertThat(table).hasSize(lines).allMatch(line -> line.split(",", -1).length == columns);
  }

  @Test
  void classesAreSpelledOut() throws IOException {
    List<String> classes =
        lines(Bundled.DATA.find("breast-cancer.csv", Origin.of("test"))).stream()
            .map(line -> line.substring(line.lastIndexOf(',') + 1))
            .toList();

    assertThat(classes.get(0)).isEqualTo("diagnosis");
    assertThat(classes).filteredOn("malignant"::equals).hasSize(212);
    assertThat(classes).filteredOn("benign"::equals).hasSize(357);
  }

  @Test
  void everyBundledTableHasItsSource() throws IOException {
    Path readme = Bundled.DATA.find("digits.csv.gz", Origin.of("test")).resolveSibling("README.md");

    assertThat(Files.readString(readme)).contains(Bundled.DATA.names());
    assertThat(Arrays.asList("README.md")).doesNotContainAnyElementsOf(Bundled.DATA.names());
  }

  private static List<String> lines(Path file) throws IOException {
    boolean zipped = file.toString().endsWith(".gz");
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                zipped
                    ? new GZIPInputStream(Files.newInputStream(file))
                    : Files.newInputStream(file),
                StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    }
  }
}
