package org.hone.engine.network.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.hone.api.training.Goal;
import org.hone.api.training.InputShape;
import org.hone.engine.Dl4jEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Zips of Keras with something wrong in them; those in order are in KerasModelTest. */
class ZippedModelTest {
  private static final String CONFIG = "config.json";
  private static final String METADATA = "metadata.json";
  private static final String WEIGHTS = "model.weights.h5";

  @TempDir private Path folder;

  private static Path file(String name) throws URISyntaxException {
    return Path.of(ZippedModelTest.class.getResource(name + ".keras").toURI());
  }

  private static Map<String, byte[]> entries(String name) throws Exception {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(file(name).toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
    return entries;
  }

  private static String text(Map<String, byte[]> entries, String name) {
    return new String(entries.get(name), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private Path zip(Map<String, byte[]> entries) throws IOException {
    Path file = folder.resolve("model.keras");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return file;
  }

  private static void refused(Path file, String problem) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Dl4jEngine().open(file, InputShape.table(4), Goal.CLASSIFICATION, 3))
        .withMessageStartingWith(file + ": " + problem)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
  }

  @Test
  void aZipThatWasPackedAnewIsRead() throws Exception {
    Path file = zip(entries("trained"));
    assertThatCode(() -> KerasModel.read(file)).doesNotThrowAnyException();
  }

  @Test
  void theVersionIsThatOfKeras3() throws Exception {
    Map<String, byte[]> entries = entries("trained");
    entries.put(METADATA, bytes("{\"keras_version\": \"2.15.0\"}"));
    refused(
        zip(entries), "is a zip that Keras saved in version '2.15.0'; read are those of Keras 3");
    entries.put(METADATA, bytes("{}"));
    refused(zip(entries), "is a zip that Keras saved in version ''; read are those of Keras 3");
    entries.put(METADATA, bytes("{"));
    refused(zip(entries), "cannot be read as a model of Keras: Unexpected end-of-input");
  }

  /** What is found by its number has to be what the description tells. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "units": 5 | "units": 6 | layer 'dense_2' (Dense) has an array of shape [4, 5] in layers/dense/vars/0 of the file, but kernel of shape [?, 6] is needed
          "use_bias": true | "use_bias": false | layer 'dense_2' (Dense) has 2 arrays in layers/dense/vars of the file, but 1 are needed: kernel
          "center": false | "center": true | layer 'batch_normalization' (BatchNormalization) has 3 arrays in layers/batch_normalization/vars of the file, but 4 are needed: gamma, beta, moving_mean, moving_variance
          "name": "dense_3" | "name": "other" | layer 'other' (Dense) should have its weights in layers/dense_1, but those of 'dense_3' are there
          """)
  void weightsThatAreNotThoseOfTheDescriptionAreRefused(
      String there, String instead, String problem) throws Exception {
    Map<String, byte[]> entries = entries("trained");
    entries.put(CONFIG, bytes(text(entries, CONFIG).replace(there, instead)));
    refused(zip(entries), problem);
  }

  @Test
  void weightsOfAnotherModelAreRefused() throws Exception {
    Map<String, byte[]> entries = entries("lstm");
    entries.put(WEIGHTS, entries("images").get(WEIGHTS));
    refused(
        zip(entries),
        "layer 'lower' (LSTM) has 0 arrays in layers/lstm/cell/vars of the file, but 3");
  }

  @Test
  void withoutWeightsItIsRefused() throws Exception {
    Map<String, byte[]> entries = entries("trained");
    byte[] weights = entries.remove(WEIGHTS);
    refused(zip(entries), "has no weights in model.weights.h5, as Keras saves them by default");
    entries.put(WEIGHTS, Arrays.copyOf(weights, weights.length / 2));
    refused(zip(entries), "cannot be read as a model of Keras: it is cut off: ");
    entries.put(WEIGHTS, bytes("nothing"));
    refused(
        zip(entries), "cannot be read as a model of Keras: it is damaged, or HDF5 of an unusual");
  }

  @Test
  void aZipOfSomethingElseIsRefused() throws Exception {
    Map<String, byte[]> entries = entries("trained");
    entries.remove(CONFIG);
    refused(
        zip(entries),
        "is a zip without configuration.json and coefficients.bin (Deeplearning4j), or config.json and metadata.json (Keras)");
  }

  @Test
  void aZipThatIsCutOffIsRefusedInALineWhereverItEnds() throws Exception {
    byte[] whole = Files.readAllBytes(file("trained"));
    for (int length : new int[] {0, 4, 100, whole.length / 2, whole.length - 1}) {
      Path part = Files.write(folder.resolve(length + ".keras"), Arrays.copyOf(whole, length));
      refused(part, "is neither JSON (.json), nor a zip that Deeplearning4j or Keras saved");
    }
  }

  /** Keras stores the weights as they are, so a broken byte is one in a weight. */
  @Test
  void aBrokenByteIsFoundByTheChecksum() throws Exception {
    byte[] whole = Files.readAllBytes(file("trained"));
    whole[whole.length - 5000] ^= 1;
    refused(
        Files.write(folder.resolve("broken.keras"), whole),
        "cannot be read as a model of Keras: model.weights.h5 in it is damaged");
  }
}
