package org.hone.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hone.api.recipe.Architecture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;

/** Models that a study file names: where weights come from, and teachers. */
class ModelFilesTest {
  @TempDir Path folder;

  @Test
  void weightsOnOfferAndANewOutputAreReadAndWritten() throws IOException {
    Path own = Files.writeString(folder.resolve("own.zip"), "a model");
    String text =
        "data: {file: 'bundled:digits.csv.gz'}\n"
            + "network: {file: own.zip, output: new, pretrained: own.zip}";
    StudyFile study = Studies.load(folder, "s.yaml", text);

    ModelFile model = ModelFile.read(YamlText.parse("own.zip", "s.yaml"), folder.resolve("s.yaml"));
    assertThat(study.network())
        .isEqualTo(new NetworkSettings.Pretrained(new NetworkSettings.OfFile(model, true), model));
    assertThat(study.network().files()).isEqualTo(Map.of("network", model, "pretrained", model));
    assertThat(study.settings())
        .containsEntry("network.output", "new")
        .containsEntry("network.pretrained.file", "own.zip")
        .containsEntry("network.pretrained.sha256", model.sha256());
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    StudyFile again = Studies.load(elsewhere, "again.yaml", study.text());
    assertThat(again.network().named(Path::toString))
        .isEqualTo(study.network().named(Path::toString));

    Files.writeString(own, "another model");
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> Studies.load(elsewhere, "again.yaml", study.text()))
        .withMessageContaining("own.zip has changed: its SHA-256 is ");
  }

  @Test
  void aTeacherIsReadAndWritten() throws IOException {
    String data = "data: {file: 'bundled:digits.csv.gz'}\n";
    Files.writeString(folder.resolve("own.zip"), "a model");
    Files.writeString(folder.resolve("other.zip"), "another model");
    StudyFile saved = Studies.load(folder, "s.yaml", data + "teacher: {file: own.zip}");
    StudyFile larger = Studies.load(folder, "s.yaml", data + "teacher: {network: {mlp: [9, 9]}}");
    StudyFile again = Studies.load(folder, "s.yaml", data + "teacher: {born-again: 2}");
    StudyFile byFold =
        Studies.load(
            folder,
            "s.yaml",
            "data: {file: 'bundled:digits.csv.gz', folds: 2}\n"
                + "teacher: {files: [own.zip, {file: other.zip}]}");

    assertThat(saved.teacher().orElseThrow().files())
        .extracting(ModelFile::source)
        .containsExactly("own.zip");
    assertThat(byFold.teacher().orElseThrow().files())
        .extracting(ModelFile::source)
        .containsExactly("own.zip", "other.zip");
    assertThat(larger.teacher().flatMap(TeacherSettings::network))
        .contains(NetworkSettings.of(new Architecture.Mlp(List.of(9, 9), Activation.RELU)));
    assertThat(again.teacher()).contains(new TeacherSettings.BornAgain(2));
    for (StudyFile study : List.of(saved, byFold, larger, again)) {
      Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
      Optional<TeacherSettings> read =
          Studies.load(elsewhere, "again.yaml", study.text()).teacher();
      assertThat(read.map(one -> one.named(Path::toString)))
          .isEqualTo(study.teacher().map(one -> one.named(Path::toString)));
    }
  }
}
