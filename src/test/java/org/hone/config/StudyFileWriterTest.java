package org.hone.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hone.search.space.CategoricalDistribution.Nothing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyFileWriterTest {
  private static final Map<String, Map<String, Object>> RECIPE =
      Map.of(
          "adam", Map.of(),
          "dropout", Map.of("rate", 0.25, "kind", "on"),
          "mixup", Map.of("alpha", 1e-5, "rows", 3L, "soft", true, "seed", Nothing.NOTHING));

  @TempDir Path folder;
  Path target;

  @BeforeEach
  void createTheFolder() throws IOException {
    target = Files.createDirectories(folder.resolve("runs/x/best")).resolve("study.yaml");
  }

  private StudyFile writeAndLoad(StudyFile study) throws IOException {
    StudyFileWriter.write(study, RECIPE, target);
    return new StudyFiles(Studies.KNOWN).load(target, List.of());
  }

  @Test
  void whatIsWrittenMeansTheSameWhenRead() throws Exception {
    Path full = Path.of(StudyFileWriterTest.class.getResource("formats/study.yaml").toURI());
    StudyFile study = new StudyFiles(Studies.KNOWN).load(full, List.of());
    StudyFile read = writeAndLoad(study);

    Map<String, String> expected = new TreeMap<>(study.settings());
    expected.keySet().removeIf(key -> key.startsWith("techniques"));
    expected.put("study.name", "houses-best");
    expected.put("techniques.adam", "on");
    expected.put("techniques.dropout.rate", "0.25");
    expected.put("techniques.dropout.kind", "on");
    expected.put("techniques.mixup.alpha", "1.0E-5");
    expected.put("techniques.mixup.rows", "3");
    expected.put("techniques.mixup.soft", "true");
    expected.put("techniques.mixup.seed", "null");
    assertThat(read.settings()).containsExactlyInAnyOrderEntriesOf(expected);
    assertThat(read.study().trials()).isEqualTo(1);
    assertThat(read.study().timeout()).isEmpty();
    assertThat(read.confirmationSeeds()).isEqualTo(study.confirmationSeeds());
    assertThat(read.output()).isEqualTo(Path.of("runs", "houses-best"));
  }

  @Test
  void aNetworkOfAFileIsNamedFromWhereItIsWritten() throws IOException {
    Files.writeString(folder.resolve("own.zip"), "a model");
    StudyFile study =
        Studies.load(
            folder,
            "s.yaml",
            "data: {file: 'bundled:digits.csv.gz'}\n"
                + "network: {file: own.zip, pretrained: own.zip}");
    assertThat(writeAndLoad(study).settings())
        .containsEntry("network.file", "../../../own.zip")
        .containsEntry("network.pretrained.file", "../../../own.zip");
  }

  @Test
  void aConvolutionalNetworkIsWrittenToo() throws IOException {
    StudyFile study = new StudyFiles(Studies.KNOWN).example("digits-cnn", List.of());
    StudyFile read = writeAndLoad(study);

    assertThat(read.network()).isEqualTo(study.network());
    assertThat(read.data()).isEqualTo(study.data());
    assertThat(target).content().contains("file: bundled:digits.csv.gz", "cnn: [16, 32]");
  }

  @Test
  void theDataAreNamedAsSeenFromTheNewPlace() throws IOException {
    Files.writeString(folder.resolve("my table.csv"), "a,b\n1,2\n");
    StudyFile study = Studies.load(folder, "s.yaml", "data: {file: my table.csv}");
    StudyFile read = writeAndLoad(study);

    assertThat(read.data().source()).isEqualTo("../../../my table.csv");
    assertThat(read.data().file().toRealPath()).isEqualTo(study.data().file().toRealPath());
  }

  @Test
  void theFileIsPleasantToRead() throws Exception {
    StudyFile study = new StudyFiles(Studies.KNOWN).example("diabetes", List.of());
    StudyFileWriter.write(study, Map.of("dropout", Map.of("rate", 0.25)), target);

    assertThat(target)
        .hasSameTextualContentAs(
            Path.of(StudyFileWriterTest.class.getResource("best.yaml").toURI()));
  }

  @Test
  void aFileOfSynonymsIsNamedFromWhereTheStudyIsWritten() throws IOException {
    Files.writeString(folder.resolve("reviews.csv"), "review,stars\ngood,pos\n");
    Path words = Files.writeString(folder.resolve("words.txt"), "good fine");
    StudyFile study =
        Studies.load(
            folder, "s.yaml", "data: {file: reviews.csv, text: review, synonyms: words.txt}");
    assertThat(study.settings()).containsEntry("data.synonyms", "words.txt");
    NamedFile read = writeAndLoad(study).data().synonyms().orElseThrow();
    assertThat(read.path().toRealPath()).isEqualTo(words.toRealPath());
    assertThat(study.text()).contains("synonyms: " + words.toAbsolutePath());
  }
}
