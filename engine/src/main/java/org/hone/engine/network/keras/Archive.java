package org.hone.engine.network.keras;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.databind.JsonNode;
import org.nd4j.shade.jackson.databind.ObjectMapper;

/** The HDF5 file of a whole model: its description, and the arrays of its layers. */
final class Archive implements AutoCloseable {
  private static final String MODEL = "model_config";
  private static final String VERSION = "keras_version";
  private static final String WEIGHTS = "model_weights";

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

  /**
   * @throws IOException if it is not HDF5
   */
  Archive(Path path) throws IOException {
    file = new Hdf5(Files.newByteChannel(path));
  }

  /**
   * The description of the model.
   *
   * @throws IllegalArgumentException if there is none, or Keras 1 wrote it
   */
  JsonNode model() throws IOException {
    String model =
        file.text(ROOT, MODEL)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "is HDF5 without a network of Keras in it; save the model as a whole"));
    if (version() < 2) {
      throw new IllegalArgumentException(
          "was saved by Keras 1; Keras 2 and 3 are read, so load and save it there");
    }
    return new ObjectMapper().readTree(model);
  }

  /** The first number of Keras' version; 1 if it does not say, as the first did. */
  int version() {
    Optional<String> written = file.text(ROOT, VERSION).or(() -> file.text(WEIGHTS, VERSION));
    return Integer.parseInt(written.orElse("1").split("\\.", -1)[0]);
  }

  /** The arrays of a layer by their place below it, such as {@code lstm/lstm_cell/kernel}. */
  Map<String, INDArray> arrays(String layer) {
    Map<String, INDArray> arrays = new LinkedHashMap<>();
    collect(WEIGHTS + "/" + layer, "", DEPTH, arrays);
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
