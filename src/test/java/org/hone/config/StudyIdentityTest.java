package org.hone.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyIdentityTest {
  private static final String LEAST = "data: {file: 'bundled:digits.csv.gz'}\n";

  @TempDir Path folder;

  @Test
  void whatMayChangeFromRunToRunIsNotPartOfTheSettings() throws IOException {
    StudyFile study = Studies.load(folder, "s.yaml", LEAST);
    StudyFile longer =
        Studies.load(
            folder,
            "s.yaml",
            LEAST,
            "study.trials=99",
            "study.timeout=2h",
            "confirmation.seeds=9",
            "plugins=[my-trick.jar]",
            "output=elsewhere");
    StudyFile other = Studies.load(folder, "s.yaml", LEAST, "training.epochs=31");

    assertThat(longer.settings()).isEqualTo(study.settings());
    assertThat(longer.sha256()).isEqualTo(study.sha256()).matches("[0-9a-f]{64}");
    assertThat(other.settings()).containsEntry("training.epochs", "31");
    assertThat(other.sha256()).isNotEqualTo(study.sha256());
  }

  @Test
  void numbersAreTheSameHoweverTheyAreWritten() throws IOException {
    StudyFile study = Studies.load(folder, "s.yaml", LEAST, "training.learning-rate=1e-2");

    assertThat(study.settings()).containsEntry("training.learning-rate", "0.01");
  }
}
