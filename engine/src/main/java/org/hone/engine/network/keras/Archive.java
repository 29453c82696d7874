package org.hone.engine.network.keras;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.modelimport.keras.Hdf5Archive;
import org.deeplearning4j.nn.modelimport.keras.exceptions.UnsupportedKerasConfigurationException;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.databind.JsonNode;
import org.nd4j.shade.jackson.databind.ObjectMapper;

/** The HDF5 file of a whole model: its description, and the arrays of its layers. */
final class Archive implements AutoCloseable {
  private static final String MODEL = "model_config";
  private static final String VERSION = "keras_version";
  private static final String WEIGHTS = "model_weights";

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

  private final Hdf5Archive file;

  /**
   * @throws RuntimeException if it is not HDF5
   */
  Archive(Path path) {
    // what is wrong is said by exceptions; HDF5 would print it too, call by call
    org.bytedeco.hdf5.Exception.dontPrint();
    file = new Hdf5Archive(path.toString());
  }

  /**
   * The description of the model.
   *
   * @throws IllegalArgumentException if there is none, or Keras 1 wrote it
   */
  JsonNode model() throws IOException, UnsupportedKerasConfigurationException {
    if (!file.hasAttribute(MODEL)) {
      throw new IllegalArgumentException(
          "is HDF5 without a network of Keras in it; save the model as a whole");
    }
    if (version() < 2) {
      throw new IllegalArgumentException(
          "was saved by Keras 1; Keras 2 and 3 are read, so load and save it there");
    }
    return new ObjectMapper().readTree(file.readAttributeAsString(MODEL));
  }

  /** The first number of Keras' version; 1 if it does not say, as the first did. */
  int version() throws UnsupportedKerasConfigurationException {
    return Integer.parseInt(written().orElse("1").split("\\.", -1)[0]);
  }

  private Optional<String> written() throws UnsupportedKerasConfigurationException {
    if (file.hasAttribute(VERSION)) {
      return Optional.of(file.readAttributeAsString(VERSION));
    }
    return file.hasAttribute(VERSION, WEIGHTS)
        ? Optional.of(file.readAttributeAsString(VERSION, WEIGHTS))
        : Optional.empty();
  }

  /** The arrays of a layer by their place below it, such as {@code lstm/lstm_cell/kernel}. */
  Map<String, INDArray> arrays(String layer) throws UnsupportedKerasConfigurationException {
    Map<String, INDArray> arrays = new LinkedHashMap<>();
    String outermost = layer.split("/", -1)[0];
    if (file.getGroups(WEIGHTS).contains(outermost)) {
      collect("", arrays, WEIGHTS, layer);
    }
    return arrays;
  }

  private void collect(String place, Map<String, INDArray> arrays, String... groups)
      throws UnsupportedKerasConfigurationException {
    for (String name : file.getDataSets(groups)) {
      String plain = name.replaceFirst(":\\d+$", "");
      if (ARRAYS.contains(plain)) {
        arrays.put(place + plain, file.readDataSet(name, groups));
      }
    }
    for (String group : file.getGroups(groups)) {
      String[] deeper = Arrays.copyOf(groups, groups.length + 1);
      deeper[groups.length] = group;
      collect(place + group + "/", arrays, deeper);
    }
  }

  @Override
  public void close() {
    file.close();
  }
}
