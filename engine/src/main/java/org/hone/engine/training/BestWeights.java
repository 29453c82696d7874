package org.hone.engine.training;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Remembers the weights that had the smallest validation loss. */
final class BestWeights implements Resumable {
  private double loss = Double.POSITIVE_INFINITY;
  private @Nullable INDArray weights;

  /** Keeps a copy if the loss is smaller than all before; a NaN never is. */
  void offer(double candidate, INDArray current) {
    if (candidate < loss) {
      loss = candidate;
      weights = current.dup();
    }
  }

  Optional<INDArray> weights() {
    return Optional.ofNullable(weights);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeDouble(loss);
    out.writeBoolean(weights != null);
    if (weights != null) {
      StoredArray.write(weights, out);
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    loss = in.readDouble();
    weights = in.readBoolean() ? StoredArray.read(in) : null;
  }
}
