package org.hone.api.recipe;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Supplier;
import org.hone.api.recipe.StepRule.Step;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.schedule.ISchedule;

/**
 * A {@link StepRule} with its learning rate, as Deeplearning4j wants its optimizers. An engine may
 * take the rule out of it and apply it to all weights at once.
 */
public final class RuleUpdater implements IUpdater {
  private static final String STATE = "memories";

  private final StepRule rule;
  private double rate;
  private @Nullable ISchedule schedule;
  private Supplier<OptionalDouble> momentum = OptionalDouble::empty;

  /**
   * A rule at a constant rate.
   *
   * @param rate the learning rate; finite and not negative
   * @throws IllegalArgumentException if the rate is not, or the rule has two memories of one name
   */
  public RuleUpdater(StepRule rule, double rate) {
    if (!(rate >= 0) || Double.isInfinite(rate)) {
      throw new IllegalArgumentException(
          "a learning rate is finite and not negative, but is " + rate);
    }
    if (Set.copyOf(rule.memories()).size() < rule.memories().size()) {
      throw new IllegalArgumentException(
          "each memory has a name of its own, but they are " + rule.memories());
    }
    this.rule = rule;
    this.rate = rate;
  }

  /** The formula. */
  public StepRule rule() {
    return rule;
  }

  /** From now on the momentum of each step is asked for here; it is the same for all layers. */
  public void setMomentum(Supplier<OptionalDouble> source) {
    momentum = source;
  }

  @Override
  public long stateSize(long weights) {
    return rule.memories().size() * weights;
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

  /** Deeplearning4j keeps the state of layers with equal optimizers together. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RuleUpdater that
        && that.rule.equals(rule)
        && that.rate == rate
        && Objects.equals(that.schedule, schedule);
  }

  @Override
  public int hashCode() {
    return Objects.hash(rule, rate, schedule);
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
    public void setStateViewArray(
        @Nullable INDArray view, long[] shape, char order, boolean initialize) {
      memories = view == null ? null : view.reshape(view.length());
      if (initialize && memories != null) {
        memories.assign(config.rule.beginning());
      }
    }

    @Override
    public void applyUpdater(INDArray gradient, int iteration, int epoch) {
      float[] step = gradient.dup('c').data().asFloat();
      Map<String, float[]> memory = new LinkedHashMap<>();
      for (String name : config.rule.memories()) {
        memory.put(name, place(name, step.length).dup('c').data().asFloat());
      }
      Step now =
          new Step(config.getLearningRate(iteration, epoch), iteration + 1, config.momentum.get());
      config.rule.step(new Stretch(step, memory, 0, step.length), now);
      memory.forEach(
          (name, values) -> place(name, step.length).assign(Nd4j.createFromArray(values)));
      gradient.assign(Nd4j.create(step, gradient.shape(), 'c'));
    }

    /** Where a memory lies among all: one behind the other. */
    private INDArray place(String name, long length) {
      long from = config.rule.memories().indexOf(name) * length;
      return Objects.requireNonNull(memories).get(NDArrayIndex.interval(from, from + length));
    }
  }
}
