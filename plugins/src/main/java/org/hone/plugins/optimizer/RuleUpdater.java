package org.hone.plugins.optimizer;

import java.util.Map;
import java.util.Objects;
import org.hone.api.recipe.MomentumUpdater;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.schedule.ISchedule;

/** A {@link StepRule} as Deeplearning4j wants its optimizers. */
final class RuleUpdater implements MomentumUpdater {
  private static final String STATE = "memories";

  private final StepRule rule;
  private double rate;
  private @Nullable ISchedule schedule;
  private @Nullable ISchedule momentum;

  /**
   * @param rate the learning rate
   */
  RuleUpdater(StepRule rule, double rate) {
    this.rule = rule;
    this.rate = rate;
  }

  @Override
  public long stateSize(long weights) {
    return rule.memories() * weights;
  }

  @Override
  public GradientUpdater<?> instantiate(INDArray view, boolean initialize) {
    Stepper stepper = new Stepper(this);
    stepper.setStateViewArray(view, new long[0], 'c', initialize);
    return stepper;
  }

  @Override
  public GradientUpdater<?> instantiate(Map<String, INDArray> state, boolean initialize) {
    Stepper stepper = new Stepper(this);
    stepper.setState(state, initialize);
    return stepper;
  }

  @Override
  public RuleUpdater clone() {
    RuleUpdater copy = new RuleUpdater(rule, rate);
    copy.schedule = schedule;
    copy.momentum = momentum;
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
  public void setLrAndSchedule(double other, @Nullable ISchedule otherSchedule) {
    rate = other;
    schedule = otherSchedule;
  }

  @Override
  public double momentum() {
    return rule.momentum();
  }

  @Override
  public void setMomentumSchedule(ISchedule other) {
    momentum = other;
  }

  private StepRule rule(int iteration, int epoch) {
    return momentum == null ? rule : rule.withMomentum(momentum.valueAt(iteration, epoch));
  }

  /** Deeplearning4j keeps the state of layers with equal optimizers together. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RuleUpdater that
        && that.rule.equals(rule)
        && that.rate == rate
        && Objects.equals(that.schedule, schedule)
        && Objects.equals(that.momentum, momentum);
  }

  @Override
  public int hashCode() {
    return Objects.hash(rule, rate, schedule, momentum);
  }

  @Override
  public String toString() {
    return "%s, learning rate %s".formatted(rule, rate);
  }

  /** The rule with its memories, which lie in an array that belongs to the network. */
  private static final class Stepper implements GradientUpdater<RuleUpdater> {
    private final RuleUpdater config;
    private @Nullable INDArray memories;

    Stepper(RuleUpdater config) {
      this.config = config;
    }

    @Override
    public RuleUpdater getConfig() {
      return config;
    }

    @Override
    public void setState(Map<String, INDArray> state, boolean initialize) {
      memories = state.get(STATE);
    }

    @Override
    public Map<String, INDArray> getState() {
      return memories == null ? Map.of() : Map.of(STATE, memories);
    }

    @Override
    public void setStateViewArray(INDArray view, long[] shape, char order, boolean initialize) {
      memories = view.reshape(view.length());
      if (initialize) {
        memories.assign(0);
      }
    }

    @Override
    public void applyUpdater(INDArray gradient, int iteration, int epoch) {
      int length = Math.toIntExact(gradient.length());
      float[] step = gradient.dup('c').data().asFloat();
      float[][] memory = new float[config.rule.memories()][];
      for (int i = 0; i < memory.length; i++) {
        memory[i] = memory(i, length).dup('c').data().asFloat();
      }
      config
          .rule(iteration, epoch)
          .step(step, memory, config.getLearningRate(iteration, epoch), iteration + 1);
      for (int i = 0; i < memory.length; i++) {
        memory(i, length).assign(array(memory[i], new long[] {length}));
      }
      gradient.assign(array(step, gradient.shape()));
    }

    private INDArray memory(int i, int length) {
      INDArray all = Objects.requireNonNull(memories);
      return all.get(NDArrayIndex.interval((long) i * length, (long) (i + 1) * length));
    }

    private static INDArray array(float[] values, long[] shape) {
      return org.nd4j.linalg.factory.Nd4j.create(values, shape, 'c');
    }
  }
}
