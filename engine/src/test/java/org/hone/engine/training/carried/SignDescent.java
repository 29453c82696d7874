package org.hone.engine.training.carried;

import java.util.Map;
import java.util.Objects;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.nd4j.linalg.schedule.ISchedule;

/** An optimizer of an author's own: w = w - rate * sign(g). */
public final class SignDescent implements IUpdater {
  private double rate;
  private ISchedule schedule;

  public SignDescent(double rate) {
    this.rate = rate;
  }

  @Override
  public long stateSize(long parameters) {
    return 0;
  }

  @Override
  public GradientUpdater<?> instantiate(INDArray view, boolean initialize) {
    return new Rule(this);
  }

  @Override
  public GradientUpdater<?> instantiate(Map<String, INDArray> state, boolean initialize) {
    return new Rule(this);
  }

  @Override
  public SignDescent clone() {
    SignDescent copy = new SignDescent(rate);
    copy.schedule = schedule;
    return copy;
  }

  @Override
  public double getLearningRate(int iteration, int epoch) {
    return schedule == null ? rate : schedule.valueAt(iteration, epoch);
  }

  @Override
  public boolean hasLearningRate() {
    return true;
  }

  @Override
  public void setLrAndSchedule(double other, ISchedule otherSchedule) {
    rate = other;
    schedule = otherSchedule;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SignDescent that
        && that.rate == rate
        && Objects.equals(that.schedule, schedule);
  }

  @Override
  public int hashCode() {
    return Objects.hash(rate, schedule);
  }

  private record Rule(SignDescent config) implements GradientUpdater<SignDescent> {
    @Override
    public SignDescent getConfig() {
      return config;
    }

    @Override
    public void setState(Map<String, INDArray> state, boolean initialize) {}

    @Override
    public Map<String, INDArray> getState() {
      return Map.of();
    }

    @Override
    public void setStateViewArray(INDArray view, long[] shape, char order, boolean initialize) {}

    @Override
    public void applyUpdater(INDArray gradient, int iteration, int epoch) {
      gradient.assign(Transforms.sign(gradient).muli(config.getLearningRate(iteration, epoch)));
    }
  }
}
