package org.hone.engine.training;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.function.LongSupplier;

/** How long a training takes, without the time between being cut off and going on. */
final class Stopwatch implements Resumable {
  private final LongSupplier nanoTime;
  private long begin;

  /**
   * @param nanoTime as {@link System#nanoTime}
   */
  Stopwatch(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.begin = nanoTime.getAsLong();
  }

  Duration time() {
    return Duration.ofNanos(nanoTime.getAsLong() - begin);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeLong(time().toNanos());
  }

  @Override
  public void restore(DataInput in) throws IOException {
    begin = nanoTime.getAsLong() - in.readLong();
  }
}
