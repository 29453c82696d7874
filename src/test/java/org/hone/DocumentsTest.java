package org.hone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hone.api.technique.Techniques;
import org.hone.api.training.Metric;
import org.hone.config.Known;
import org.hone.config.SpaceFile;
import org.hone.config.StudyFiles;
import org.hone.engine.metrics.Cost;
import org.hone.engine.metrics.KnownMeter;
import org.hone.engine.metrics.Metrics;
import org.hone.search.pruner.Pruners;
import org.hone.search.sampler.Samplers;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The documents hold no code that is not run: Java comes word by word from tests, study files load.
 */
class DocumentsTest {
  private static final Path ROOT =
      Path.of("").toAbsolutePath().endsWith("src") ? Path.of("..") : Path.of("");

  /** The tests whose code documents show. */
  private static final List<Path> SHOWN =
      Stream.of(
              "search/src/test/java/org/hone/search/QuickstartTest.java",
              "engine/src/test/java/org/hone/engine/PredictorTest.java")
          .map(ROOT::resolve)
          .toList();

  /** Another test runs all that stands in it. */
  private static final String TUTORIAL = "technique-tutorial.md";

  private static final Pattern BLOCK = Pattern.compile("```(\\w+)\n(.*?)```", Pattern.DOTALL);

  /** Files that the documents speak of. */
  private static final List<String> SAMPLES =
      List.of(
          "photos/cat/1.png",
          "train-images-idx3-ubyte.gz",
          "train-labels-idx1-ubyte.gz",
          "t10k-images-idx3-ubyte.gz",
          "loads.csv",
          "walks/run/1.csv",
          "reviews.csv",
          "letters/glad/1.txt",
          "letters.zip",
          "runs/larger/best/model.zip");

  @TempDir Path folder;

  private static List<Path> documents() throws IOException {
    try (Stream<Path> site = Files.walk(ROOT.resolve("src/site"))) {
      return Stream.concat(
              site.filter(file -> file.toString().endsWith(".md")),
              Stream.of("README.md", "CONTRIBUTING.md", "search/README.md").map(ROOT::resolve))
          .sorted()
          .toList();
    }
  }

  private static List<String> blocks(Path document, String language) throws IOException {
    if (document.endsWith(TUTORIAL)) {
      return List.of();
    }
    List<String> blocks = new ArrayList<>();
    Matcher matcher = BLOCK.matcher(Files.readString(document));
    while (matcher.find()) {
      if (matcher.group(1).equals(language)) {
        blocks.add(matcher.group(2));
      }
    }
    return blocks;
  }

  @TestFactory
  Stream<DynamicTest> everyStudyFileAndEverySpaceFileLoads() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path document : documents()) {
      for (String block : blocks(document, "yaml")) {
        tests.add(
            DynamicTest.dynamicTest(
                document.getFileName() + ": " + block.lines().findFirst().orElse(""),
                () -> load(block)));
      }
    }
    return tests.stream();
  }

  /** The document about other programs has space files, all others have study files. */
  private void load(String yaml) throws IOException {
    if (yaml.startsWith("params:")) {
      Path file = Files.writeString(folder.resolve("space.yaml"), yaml);
      assertThat(SpaceFile.read(file).space().size()).isPositive();
      return;
    }
    Files.writeString(folder.resolve("customers.csv"), "age,churned\n1,yes\n2,no\n");
    for (String sample : SAMPLES) {
      Files.createDirectories(folder.resolve(sample).getParent());
      Files.writeString(folder.resolve(sample), "");
    }
    Path file = Files.writeString(folder.resolve("study.yaml"), yaml);
    assertThat(new StudyFiles(known()).load(file, List.of()).data().file()).exists();
  }

  private static Known known() {
    return new Known(
        Set.copyOf(Techniques.discover(DocumentsTest.class.getClassLoader()).ids()),
        Set.copyOf(Samplers.known()),
        Set.copyOf(Pruners.known()),
        Metrics.all().stream().map(Metric::id).collect(Collectors.toSet()),
        Arrays.stream(Cost.values()).map(Cost::id).collect(Collectors.toSet()));
  }

  @TestFactory
  Stream<DynamicTest> everyPieceOfJavaIsPartOfATest() throws IOException {
    StringBuilder shown = new StringBuilder();
    for (Path test : SHOWN) {
      shown.append(Files.readString(test));
    }
    String tests = squeeze(shown.toString());
    List<DynamicTest> all = new ArrayList<>();
    for (Path document : documents()) {
      for (String block : blocks(document, "java")) {
        all.add(
            DynamicTest.dynamicTest(
                document.getFileName() + ": " + block.lines().findFirst().orElse(""),
                () -> assertThat(tests).contains(squeeze(block))));
      }
    }
    return all.stream();
  }

  private static String squeeze(String code) {
    return code.replaceAll("\\s+", " ").strip();
  }

  @Test
  void everyMeterStandsInTheOneTable() throws IOException {
    List<String> rows =
        Files.readAllLines(ROOT.resolve("src/site/metrics.md")).stream()
            .filter(line -> line.startsWith("| hone."))
            .toList();
    assertThat(rows)
        .containsExactlyElementsOf(
            Arrays.stream(KnownMeter.values()).map(KnownMeter::row).toList());
  }

  @Test
  void everyMetricIsExplained() throws IOException {
    String text = Files.readString(ROOT.resolve("src/site/metrics.md"));
    Stream.concat(
            Metrics.all().stream().map(Metric::id), Arrays.stream(Cost.values()).map(Cost::id))
        .forEach(id -> assertThat(text).containsPattern("[ |]" + id + "[ ,|]"));
  }

  @Test
  void theDocumentsAreWhereTheyShouldBe() throws IOException {
    assertThat(documents()).hasSizeGreaterThanOrEqualTo(4);
  }

  @Test
  void everyRelativeLinkLeadsSomewhere() throws IOException {
    Pattern link = Pattern.compile("\\]\\((?!https?:)([^)#]+)\\)");
    for (Path document : documents()) {
      Matcher matcher = link.matcher(Files.readString(document));
      while (matcher.find()) {
        assertThat(document.resolveSibling(matcher.group(1)).normalize()).exists();
      }
    }
  }
}
