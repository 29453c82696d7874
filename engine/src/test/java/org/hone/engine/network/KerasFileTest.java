package org.hone.engine.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.hone.api.recipe.Inference;
import org.hone.api.recipe.Network;
import org.hone.api.recipe.Site;
import org.hone.api.training.Goal;
import org.hone.api.training.InputShape;
import org.hone.engine.Dl4jEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The files are made by {@code src/checks/keras_models.py}. */
class KerasFileTest {
  private static final Dl4jEngine ENGINE = new Dl4jEngine();
  private static final InputShape TABLE = InputShape.table(3);
  private static final INDArray ROWS = Nd4j.createFromArray(new float[][] {{1, 2, 3}, {-1, 0, 0}});

  private static Path file(String name) throws URISyntaxException {
    return Path.of(KerasFileTest.class.getResource(name).toURI());
  }

  /** hidden = relu(x W + b), classes = softmax(hidden V + c): for (1, 2, 3) that of (4.5, 8). */
  @ParameterizedTest
  @ValueSource(strings = {"sequential.h5", "compiled.h5", "functional.h5"})
  void aModelOfKerasPredictsWhatItDidThere(String name) throws Exception {
    Inference model = ENGINE.openModel(file(name), TABLE, Goal.CLASSIFICATION, 2);
    INDArray predictions = model.predict(ROWS);
    assertThat(predictions.getDouble(0, 1)).isCloseTo(1 / (1 + Math.exp(-3.5)), within(1e-6));
    assertThat(predictions.getDouble(1, 1)).isCloseTo(1 / (1 + Math.exp(0.5)), within(1e-6));
  }

  @Test
  void itIsANetworkWithItsWeightsOnOffer() throws Exception {
    Network network = ENGINE.open(file("functional.h5"), TABLE, Goal.CLASSIFICATION, 2);
    assertThat(network.sites()).extracting(Site::name).containsExactly("hidden", "classes");
    assertThat(network.describe()).contains("classes: OutputLayer units=2 activation=softmax");
    INDArray biases =
        network.pretrained().orElseThrow().weights("hidden", "b").orElseThrow().reshape(1, 2);
    assertThat(biases).isEqualTo(Nd4j.createFromArray(new float[][] {{0, -1}}));
  }

  @Test
  void itGetsANewOutput() throws Exception {
    Network network =
        ENGINE.openWithNewOutput(file("sequential.h5"), TABLE, Goal.CLASSIFICATION, 5);
    assertThat(network.describe()).contains("classes: OutputLayer units=5");
    assertThat(network.pretrained().orElseThrow().weights("classes", "W")).isEmpty();
    assertThat(network.pretrained().orElseThrow().weights("hidden", "W")).isPresent();
  }

  @Test
  void aZipOfKeras3OffersItsWeightsToo() throws Exception {
    Path file = file("keras/trained.keras");
    InputShape table = InputShape.table(4);
    Network network = ENGINE.openWithNewOutput(file, table, Goal.CLASSIFICATION, 5);
    assertThat(network.sites())
        .extracting(Site::name)
        .containsExactly(
            "dense_2",
            "batch_normalization",
            "dropout",
            "dense_3",
            "batch_normalization_1",
            "dense_4");
    Network own = ENGINE.open(file, table, Goal.CLASSIFICATION, 3);
    assertThat(ENGINE.pretrained(own, file).pretrained().orElseThrow().weights("dense_3", "W"))
        .isEqualTo(own.pretrained().orElseThrow().weights("dense_3", "W"))
        .isPresent();
  }

  private static void refused(Path file, String problem) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ENGINE.open(file, TABLE, Goal.CLASSIFICATION, 2))
        .withMessageStartingWith(file + ": " + problem)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
  }

  @Test
  void whatCannotBeReadIsSaidInALine(@TempDir Path folder) throws IOException, URISyntaxException {
    refused(
        file("unsupported.h5"),
        "layer 'hidden' (Dreaming) is of a kind that is not read; read are Activation, Add, ");
    refused(
        file("missing.h5"),
        "layer 'classes' (Dense) has 0 arrays 'kernel' in the file, but 1 is needed");
    refused(
        file("keras/numbers.h5"),
        "is HDF5 without a network of Keras in it; save the model as a whole");
    Path other = Files.writeString(folder.resolve("other.h5"), "nothing");
    refused(
        other,
        "is neither JSON (.json), nor a zip that Deeplearning4j or Keras saved, nor HDF5 of Keras");
  }

  @Test
  void aFileThatIsCutOffIsRefusedInALineWhereverItEnds(@TempDir Path folder) throws Exception {
    byte[] whole = Files.readAllBytes(file("sequential.h5"));
    for (int length : new int[] {8, 9, 100, 1000, whole.length / 2, whole.length - 1}) {
      Path part = Files.write(folder.resolve(length + ".h5"), Arrays.copyOf(whole, length));
      refused(part, "cannot be read as a model of Keras: ");
    }
  }

  /** What is damaged may be what no one reads; but it never ends in anything else. */
  @Test
  void aDamagedFileIsRefusedInALineOrRead(@TempDir Path folder) throws Exception {
    byte[] whole = Files.readAllBytes(file("sequential.h5"));
    Path damaged = folder.resolve("damaged.h5");
    int refused = 0;
    for (int at = 8; at < whole.length; at += 97) {
      byte[] bytes = whole.clone();
      Arrays.fill(bytes, at, Math.min(at + 4, bytes.length), (byte) 0xff);
      Files.write(damaged, bytes);
      try {
        ENGINE.open(damaged, TABLE, Goal.CLASSIFICATION, 2);
      } catch (IllegalArgumentException e) {
        refused++;
        assertThat(e.getMessage()).startsWith(damaged + ": ").doesNotContain("\n");
      }
    }
    assertThat(refused).isGreaterThan(10);
  }

  @Test
  void aModelForOtherRowsIsRefused() throws URISyntaxException {
    Path file = file("sequential.h5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ENGINE.openModel(file, InputShape.table(4), Goal.CLASSIFICATION, 2))
        .withMessage(
            file + ": layer 'hidden' takes 3 inputs, but gets 4 from rows of a table of shape [4]");
  }
}
