package org.hone.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.hone.api.recipe.Architecture;
import org.hone.engine.data.Form;
import org.hone.engine.data.Roles;
import org.hone.engine.data.ScalingMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;

class SettingsCheckThemselvesTest {

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "-x", "a/b", "a b", "ä"})
  void aStudyHasANameForAFolder(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> study(name, 1))
        .withMessageContaining(name);
  }

  @Test
  void aStudyHasTrials() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> study("a", 0))
        .withMessage("a study needs trials >= 1, but trials=0");
  }

  @ParameterizedTest
  @CsvSource({"0, 32, 0.1", "1, 0, 0.1", "1, 1, 0", "1, 1, NaN", "1, 1, Infinity", "1, 1, -1"})
  void aTrainingTakesTime(int epochs, int batchSize, double learningRate) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TrainingSettings(epochs, batchSize, learningRate));
  }

  @ParameterizedTest
  @CsvSource({"0, 0.2", "0.5, 0.5", "-0.1, 0.2", "0.2, -0.1", "NaN, 0.2", "0.2, NaN"})
  void sharesLeaveRowsToTrainOn(double validation, double test) {
    assertThatIllegalArgumentException().isThrownBy(() -> data(validation, test));
  }

  @Test
  void foldsValidateThemselves() {
    Part file = new Part.Given(Path.of("v.csv"), "v.csv");
    Part share = new Part.Share(0.2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Parts(share, share, OptionalInt.of(1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Parts(file, share, OptionalInt.of(3)));
  }

  @Test
  void aConfirmationHasRuns() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new StudyFile(
                    study("a", 1),
                    data(0.2, 0.2),
                    NetworkSettings.of(new Architecture.Mlp(List.of(), Activation.RELU)),
                    Optional.empty(),
                    new TrainingSettings(1, 1, 1),
                    List.of(),
                    List.of(),
                    new TechniqueChoices.Preset(TechniquePreset.ALL),
                    0,
                    Path.of("runs")));
  }

  @ParameterizedTest
  @CsvSource({"30s, 30", "10m, 600", "2h, 7200", "1h30m, 5400", "90m, 5400", "1h1m1s, 3661"})
  void timeSpansAreReadAndWritten(String text, long seconds) {
    Duration span = TimeSpan.TYPE.read(text, Origin.of("test"));

    assertThat(span).hasSeconds(seconds);
    assertThat(TimeSpan.TYPE.read(TimeSpan.write(span), Origin.of("test"))).isEqualTo(span);
  }

  @ParameterizedTest
  @ValueSource(strings = {"relu", "leaky-relu", "elu", "selu", "gelu", "swish", "mish", "tanh"})
  void activationsHaveOneWordForReadingAndWriting(String word) {
    assertThat(NetworkReader.word(NetworkReader.ACTIVATION.read(word, Origin.of("test"))))
        .isEqualTo(word);
  }

  @Test
  void anActivationWithoutAWordIsNamedAllTheSame() {
    assertThat(NetworkReader.word(Activation.SOFTPLUS)).isEqualTo("softplus");
  }

  private static StudySettings study(String name, int trials) {
    return new StudySettings(
        name, trials, Optional.empty(), Duration.ofHours(1), 1, "tpe", "median");
  }

  private static DataSettings data(double validation, double test) {
    return new DataSettings(
        Path.of("a.csv"),
        "a.csv",
        Roles.USUAL,
        Optional.empty(),
        new Form.Table(),
        ScalingMethod.STANDARD,
        Parts.shares(validation, test),
        Optional.empty());
  }
}
