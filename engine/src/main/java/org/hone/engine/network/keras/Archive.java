package org.hone.engine.network.keras;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A file that Keras saved a whole model to. */
interface Archive extends AutoCloseable {
  /** Whether a file is one. */
  static boolean isOne(Path file) throws IOException {
    return Hdf5Model.isOne(file) || ZippedModel.isOne(file);
  }

  /**
   * Opens a file.
   *
   * @throws IOException if it is damaged
   * @throws IllegalArgumentException if there is no model in it, or one that is not read
   */
  static Archive open(Path file) throws IOException {
    return Hdf5Model.isOne(file) ? new Hdf5Model(file) : new ZippedModel(file);
  }

  /** The model as Keras describes it. */
  Description description();

  /** The first number of Keras' version. */
  int version();

  /**
   * The arrays of a layer by their place below it, such as {@code lstm/lstm_cell/kernel}.
   *
   * @throws IllegalArgumentException if they are not those of such a layer
   */
  Map<String, INDArray> arrays(KerasLayer layer);

  @Override
  void close();
}
