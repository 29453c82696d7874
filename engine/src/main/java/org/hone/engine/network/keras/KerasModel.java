package org.hone.engine.network.keras;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A model of Keras as a network of Deeplearning4j's. Keras has channels and features last; here
 * they are first, once and for all: kernels are turned, and the weights behind a flattened image
 * stand in the order in which the image is read here. With the same rows, turned, it predicts the
 * same.
 *
 * @param weights by layer and name
 */
public record KerasModel(
    ComputationGraphConfiguration configuration, Map<String, Map<String, INDArray>> weights) {
  public KerasModel {
    weights = Map.copyOf(weights);
  }

  /** Whether a file is HDF5, or a zip as Keras 3 makes it. */
  public static boolean isOne(Path file) throws IOException {
    return Archive.isOne(file);
  }

  /**
   * Reads a model, sequential or functional, that Keras 3 saved, or Keras 2 or 3 as HDF5.
   *
   * @throws IllegalArgumentException if it cannot be read, or has a layer that is not turned; the
   *     message does not name the file
   */
  public static KerasModel read(Path file) {
    try (Archive archive = Archive.open(file)) {
      return new Reading(archive).read();
    } catch (IllegalArgumentException e) {
      throw e;
    } catch (IOException | RuntimeException | LinkageError e) {
      String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new IllegalArgumentException("cannot be read as a model of Keras: " + reason, e);
    }
  }

  /** The weights of a layer. */
  public Optional<INDArray> weights(String layer, String key) {
    return Optional.ofNullable(weights.get(layer)).map(arrays -> arrays.get(key));
  }

  /** What the rows are, from their shape in Keras: features, steps of features, or an image. */
  static InputType type(List<Integer> shape) {
    if (shape.size() == 1) {
      return InputType.feedForward(Math.max(1, shape.get(0)));
    }
    if (shape.size() == 2 && shape.get(1) > 0) {
      return InputType.recurrent(shape.get(1), shape.get(0));
    }
    if (shape.size() == 3 && shape.stream().allMatch(size -> size > 0)) {
      return InputType.convolutional(shape.get(0), shape.get(1), shape.get(2));
    }
    throw new IllegalArgumentException(
        "takes rows of shape %s; features, steps of features, and images of known size are read"
            .formatted(shape));
  }
}
