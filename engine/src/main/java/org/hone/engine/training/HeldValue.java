package org.hone.engine.training;

import java.util.function.DoubleSupplier;
import org.nd4j.linalg.schedule.ISchedule;

/**
 * A rate that the training loop sets from outside, step by step. Deeplearning4j groups parameters
 * into blocks by the equality of their optimizers, so equality is by name and copies share the
 * source.
 *
 * @param name what is held, and for which layers
 */
record HeldValue(String name, DoubleSupplier source) implements ISchedule {

  @Override
  public double valueAt(int iteration, int epoch) {
    return source.getAsDouble();
  }

  @Override
  public ISchedule clone() {
    return this;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HeldValue that && that.name.equals(name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }
}
