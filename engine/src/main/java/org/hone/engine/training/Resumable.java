package org.hone.engine.training;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A part of a training that remembers something from one epoch to the next. Restored into a part
 * that was made in the same way, it goes on as the one that was saved.
 */
interface Resumable {

  /** Writes all that is remembered. */
  void save(DataOutput out) throws IOException;

  /** Inverse of {@link #save}. */
  void restore(DataInput in) throws IOException;
}
