package org.hone.engine.training;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.hone.engine.metrics.TrialMeters;

/** The only meter that counts from the beginning of the training. */
record SkippedSteps(TrialMeters meters) implements Resumable {

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeDouble(meters.skipped());
  }

  @Override
  public void restore(DataInput in) throws IOException {
    meters.skip(in.readDouble() - meters.skipped());
  }
}
