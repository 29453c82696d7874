package org.hone.engine.training;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;
import org.deeplearning4j.nn.updater.graph.ComputationGraphUpdater;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What Deeplearning4j's optimizers remember: one flat array, or nothing. */
record UpdaterState(ComputationGraphUpdater updater) implements Resumable {

  @Override
  public void save(DataOutput out) throws IOException {
    Optional<INDArray> state = Optional.ofNullable(updater.getUpdaterStateViewArray());
    if (state.isPresent()) {
      StoredArray.write(state.get(), out);
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    if (updater.getUpdaterStateViewArray() != null) {
      updater.setStateViewArray(StoredArray.read(in));
    }
  }
}
