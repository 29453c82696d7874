package org.hone.engine.network.keras;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.databind.ObjectMapper;

/**
 * A model as Keras 2 and 3 save it whole to HDF5 ({@code .h5}): a description in JSON, and a group
 * of arrays with names for each layer.
 */
final class Hdf5Model implements Archive {
  private static final String MODEL = "model_config";
  private static final String VERSION = "keras_version";
  private static final String WEIGHTS = "model_weights";

  private static final byte[] SIGNATURE =
      "\u0089HDF\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1);

  /** The file as a whole. */
  private static final String ROOT = "";

  /** How far below its layer an array may stand. */
  private static final int DEPTH = 16;

  /** What Keras calls the arrays of the layers that are read; others, such as seeds, are not. */
  private static final List<String> ARRAYS =
      List.of(
          "kernel",
          "bias",
          "recurrent_kernel",
          "depthwise_kernel",
          "pointwise_kernel",
          "embeddings",
          "gamma",
          "beta",
          "moving_mean",
          "moving_variance");

  private final Hdf5 file;
  private final int version;
  private final Description description;

  /**
   * @throws IOException if it is damaged
   * @throws IllegalArgumentException if there is no model in it, or Keras 1 wrote it
   */
  Hdf5Model(Path path) throws IOException {
    file = new Hdf5(Files.newByteChannel(path));
    try {
      version = version(file);
      description = description(file, version);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /** Whether a file is HDF5, by its first bytes. */
  static boolean isOne(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(SIGNATURE.length), SIGNATURE);
    }
  }

  private static Description description(Hdf5 file, int version) throws IOException {
    String model =
        file.text(ROOT, MODEL)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "is HDF5 without a network of Keras in it; save the model as a whole"));
    if (version < 2) {
      throw new IllegalArgumentException(
          "was saved by Keras 1; Keras 2 and 3 are read, so load and save it there");
    }
    return Description.of(new ObjectMapper().readTree(model));
  }

  /** 1 if the file does not say, as those of the first did not. */
  private static int version(Hdf5 file) {
    Optional<String> written = file.text(ROOT, VERSION).or(() -> file.text(WEIGHTS, VERSION));
    return Integer.parseInt(written.orElse("1").split("\\.", -1)[0]);
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
    Map<String, INDArray> arrays = new LinkedHashMap<>();
    collect(WEIGHTS + "/" + layer.name(), "", DEPTH, arrays);
    return arrays;
  }

  private void collect(String group, String place, int depth, Map<String, INDArray> arrays) {
    for (String name : file.arrays(group)) {
      String plain = name.replaceFirst(":\\d+$", "");
      if (ARRAYS.contains(plain)) {
        arrays.put(place + plain, file.array(group, name));
      }
    }
    for (String inner : depth > 0 ? file.groups(group) : List.<String>of()) {
      collect(group + "/" + inner, place + inner + "/", depth - 1, arrays);
    }
  }

  @Override
  public void close() {
    file.close();
  }
}
