package org.hone.engine.network.keras;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.databind.JsonNode;
import org.nd4j.shade.jackson.databind.ObjectMapper;

/**
 * A model as Keras 3 saves it by default ({@code .keras}): a zip of JSON and of weights in HDF5.
 * The weights have numbers instead of names, in a group for each layer that is named after the
 * layer's class: {@code layers/dense_1/vars/0} is the first one of the second dense layer. Which is
 * which follows from how Keras makes them; their number and shapes are compared with that.
 *
 * @see <a
 *     href="https://github.com/keras-team/keras/blob/v3.15.1/keras/src/saving/saving_lib.py">how
 *     Keras writes them</a>
 */
final class ZippedModel implements Archive {
  private static final String CONFIG = "config.json";
  private static final String METADATA = "metadata.json";
  private static final String WEIGHTS = "model.weights.h5";
  private static final String VERSION = "keras_version";

  private final int version;
  private final Description description;
  private final Map<String, String> groups;
  private final Hdf5 weights;

  /**
   * @throws IOException if it is damaged
   * @throws IllegalArgumentException if it lacks weights, or is not of Keras 3
   */
  ZippedModel(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      version = version(json(zip, METADATA).path(VERSION).asText());
      description = Description.of(json(zip, CONFIG));
      groups = groups(description.layers());
      weights = weights(zip);
    }
  }

  /** Whether a file is such a zip, by what is in it. */
  static boolean isOne(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return zip.getEntry(CONFIG) != null && zip.getEntry(METADATA) != null;
    } catch (ZipException e) {
      return false;
    }
  }

  private static int version(String written) {
    String first = written.split("\\.", -1)[0];
    if (!first.matches("\\d{1,4}") || Integer.parseInt(first) < 3) {
      throw new IllegalArgumentException(
          "is a zip that Keras saved in version '%s'; read are those of Keras 3, and .h5 of Keras 2"
              .formatted(written));
    }
    return Integer.parseInt(first);
  }

  private static JsonNode json(ZipFile zip, String name) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    copy(zip, zip.getEntry(name), bytes);
    return new ObjectMapper().readTree(bytes.toByteArray());
  }

  /** Unlike Java's zip files, this looks at the checksum. */
  private static void copy(ZipFile zip, ZipEntry entry, OutputStream to) throws IOException {
    try (InputStream in = zip.getInputStream(entry);
        CheckedInputStream checked = new CheckedInputStream(in, new CRC32())) {
      checked.transferTo(to);
      if (checked.getChecksum().getValue() != entry.getCrc()) {
        throw new ZipException("%s in it is damaged".formatted(entry.getName()));
      }
    }
  }

  /** Out of the zip, into a file that is gone when it is closed: weights may be large. */
  private static Hdf5 weights(ZipFile zip) throws IOException {
    ZipEntry entry = zip.getEntry(WEIGHTS);
    if (entry == null) {
      throw new IllegalArgumentException(
          "has no weights in %s, as Keras saves them by default".formatted(WEIGHTS));
    }
    Path file = Files.createTempFile("hone-keras-", ".h5");
    try {
      try (OutputStream out = Files.newOutputStream(file)) {
        copy(zip, entry, out);
      }
      return new Hdf5(
          Files.newByteChannel(file, StandardOpenOption.READ, StandardOpenOption.DELETE_ON_CLOSE));
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  /** The group of each layer: named after its class, and numbered from the second on. */
  private static Map<String, String> groups(List<Description.Entry> layers) {
    Map<String, String> groups = new HashMap<>();
    Map<String, Integer> used = new HashMap<>();
    for (Description.Entry layer : layers) {
      String name = snakeCase(layer.kind());
      int before = used.merge(name, 1, Integer::sum) - 1;
      groups.put(layer.name(), "layers/" + name + (before == 0 ? "" : "_" + before));
    }
    return groups;
  }

  private static String snakeCase(String kind) {
    return kind.replaceAll("\\W+", "")
        .replaceAll("(.)([A-Z][a-z]+)", "$1_$2")
        .replaceAll("([a-z])([A-Z])", "$1_$2")
        .toLowerCase(Locale.ROOT);
  }

  @Override
  public Description description() {
    return description;
  }

  @Override
  public int version() {
    return version;
  }

  @Override
  public Map<String, INDArray> arrays(KerasLayer layer) {
    String group = groups.getOrDefault(layer.name(), "");
    Optional<String> owner = weights.text(group + "/vars", "name");
    if (owner.isPresent() && !owner.get().equals(layer.name())) {
      throw layer.refused(
          "should have its weights in %s, but those of '%s' are there"
              .formatted(group, owner.get()));
    }
    Map<String, INDArray> arrays = new LinkedHashMap<>();
    collect(layer, group, "", arrays);
    return arrays;
  }

  private void collect(KerasLayer layer, String group, String place, Map<String, INDArray> arrays) {
    switch (layer.kind()) {
      case "Bidirectional" -> {
        inside(layer.inner(Map.of()), "forward_layer", group, place, arrays);
        inside(layer.inner(Map.of()), "backward_layer", group, place, arrays);
      }
      case "TimeDistributed" -> inside(layer.inner(Map.of()), "layer", group, place, arrays);
      case "LSTM", "SimpleRNN" -> numbered(layer, group + "/cell", place + "cell/", arrays);
      default -> numbered(layer, group, place, arrays);
    }
  }

  private void inside(
      KerasLayer inner, String name, String group, String place, Map<String, INDArray> arrays) {
    collect(inner, group + "/" + name, place + name + "/", arrays);
  }

  private void numbered(
      KerasLayer layer, String group, String place, Map<String, INDArray> arrays) {
    List<Variable> variables = Variable.of(layer);
    String numbers = group + "/vars";
    int found = variables.isEmpty() ? 0 : weights.arrays(numbers).size();
    if (found != variables.size()) {
      throw layer.refused(
          "has %d arrays in %s of the file, but %d are needed: %s"
              .formatted(
                  found,
                  numbers,
                  variables.size(),
                  String.join(", ", variables.stream().map(Variable::name).toList())));
    }
    for (int i = 0; i < found; i++) {
      INDArray array = weights.array(numbers, String.valueOf(i));
      Variable variable = variables.get(i);
      if (!variable.fits(array.shape())) {
        throw layer.refused(
            "has an array of shape %s in %s/%d of the file, but %s is needed"
                .formatted(Arrays.toString(array.shape()), numbers, i, variable));
      }
      arrays.put(place + variable.name(), array);
    }
  }

  @Override
  public void close() {
    weights.close();
  }
}
