package org.hone.api.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.schedule.FixedSchedule;

class RuleUpdaterTest {
  /** The one in the documentation of {@link StepRule}, with a second memory that counts. */
  private record HeavyBall(double mu) implements StepRule {
    @Override
    public List<String> memories() {
      return List.of("v", "steps");
    }

    @Override
    public double beginning() {
      return 1;
    }

    @Override
    public void step(Stretch weights, Step now) {
      float[] g = weights.gradient();
      float[] v = weights.memory("v");
      float[] steps = weights.memory("steps");
      float mu = (float) now.momentumOr(this.mu);
      float eta = (float) now.rate();
      for (int i = weights.from(); i < weights.to(); i++) {
        v[i] = mu * v[i] + g[i];
        steps[i] = now.t();
        g[i] = eta * v[i];
      }
    }
  }

  private record Named(List<String> memories) implements StepRule {
    @Override
    public void step(Stretch weights, Step now) {}
  }

  private static INDArray step(GradientUpdater<?> updater, int iteration, double... gradient) {
    INDArray array =
        Nd4j.createFromArray(gradient).castTo(org.nd4j.linalg.api.buffer.DataType.FLOAT);
    updater.applyUpdater(array, iteration, 0);
    return array;
  }

  @Test
  void theRuleIsAppliedWithItsMemoriesOneBehindTheOther() {
    RuleUpdater config = new RuleUpdater(new HeavyBall(0.5), 0.1);
    INDArray state = Nd4j.zeros(config.stateSize(2));
    GradientUpdater<?> updater = config.instantiate(state, true);
    assertThat(state.toDoubleVector()).containsExactly(1, 1, 1, 1);
    assertThat(step(updater, 0, 1, 2).toDoubleVector())
        .containsExactly(new double[] {0.15, 0.25}, within(1e-7));
    assertThat(step(updater, 1, 0, 0).toDoubleVector())
        .containsExactly(new double[] {0.075, 0.125}, within(1e-7));
    assertThat(state.toDoubleVector()).containsExactly(0.75, 1.25, 2, 2);
    assertThat(updater.getConfig()).isSameAs(config);
  }

  @Test
  void itGoesOnFromMemoriesThatAreGiven() {
    RuleUpdater config = new RuleUpdater(new HeavyBall(0.5), 1);
    GradientUpdater<?> updater = config.instantiate(Nd4j.createFromArray(4f, 8f, 0f, 0f), false);
    assertThat(step(updater, 7, 0, 0).toDoubleVector()).containsExactly(2, 4);
    GradientUpdater<?> other = config.instantiate(updater.getState(), false);
    assertThat(step(other, 8, 0, 0).toDoubleVector()).containsExactly(1, 2);
  }

  @Test
  void gradientsOfAnyShapeAndOrderKeepIt() {
    RuleUpdater config = new RuleUpdater(new HeavyBall(0), 1);
    GradientUpdater<?> updater = config.instantiate(Nd4j.zeros(config.stateSize(4)), true);
    INDArray gradient = Nd4j.createFromArray(new float[][] {{1, 2}, {3, 4}}).dup('f');
    updater.applyUpdater(gradient, 0, 0);
    assertThat(gradient).isEqualTo(Nd4j.createFromArray(new float[][] {{1, 2}, {3, 4}}));
  }

  @Test
  void aRuleWithoutMemoriesNeedsNoState() {
    RuleUpdater config = new RuleUpdater(new Named(List.of()), 1);
    assertThat(config.stateSize(5)).isZero();
    GradientUpdater<?> updater = config.instantiate(Map.of(), true);
    assertThat(updater.getState()).isEmpty();
    assertThat(step(updater, 0, 3).toDoubleVector()).containsExactly(3);
  }

  @Test
  void rateAndMomentumMayFollowASchedule() {
    RuleUpdater config = new RuleUpdater(new HeavyBall(0.5), 0.1);
    assertThat(config.hasLearningRate()).isTrue();
    assertThat(config.getLearningRate(0, 0)).isEqualTo(0.1);
    config.setLrAndSchedule(0.1, new FixedSchedule(2));
    config.setMomentum(() -> OptionalDouble.of(0.25));
    for (RuleUpdater one : List.of(config, config.clone())) {
      GradientUpdater<?> updater = one.instantiate(Nd4j.zeros(one.stateSize(1)), true);
      assertThat(step(updater, 0, 1).toDoubleVector()).containsExactly(2.5);
    }
  }

  @Test
  void equalRulesAtEqualRatesAreEqual() {
    RuleUpdater one = new RuleUpdater(new HeavyBall(0.5), 0.1);
    assertThat(one)
        .isEqualTo(new RuleUpdater(new HeavyBall(0.5), 0.1))
        .hasSameHashCodeAs(one.clone())
        .isNotEqualTo(new RuleUpdater(new HeavyBall(0.4), 0.1))
        .isNotEqualTo(new RuleUpdater(new HeavyBall(0.5), 0.2))
        .hasToString("HeavyBall[mu=0.5], learning rate 0.1");
    RuleUpdater scheduled = one.clone();
    scheduled.setLrAndSchedule(0.1, new FixedSchedule(2));
    assertThat(scheduled).isNotEqualTo(one);
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RuleUpdater(new HeavyBall(0.5), Double.NaN))
        .withMessage("a learning rate is finite and not negative, but is NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RuleUpdater(new Named(List.of("m", "m")), 1))
        .withMessage("each memory has a name of its own, but they are [m, m]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StepRule.Step(0.1, 0, OptionalDouble.empty()))
        .withMessage("steps are counted from 1, but t=0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Stretch(new float[3], Map.of(), 2, 4))
        .withMessage("there is no stretch from 2 to 4 of 3 weights");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Stretch(new float[3], Map.of("m", new float[3]), 0, 3).memory("v"))
        .withMessage("no memory 'v'; there are: m");
  }

  @Test
  void neighbouringStretchesAreOne() {
    float[] gradient = new float[5];
    Stretch first = new Stretch(gradient, Map.of(), 1, 2);
    Stretch both = first.upTo(new Stretch(gradient, Map.of(), 2, 4));
    assertThat(both.from()).isEqualTo(1);
    assertThat(both.to()).isEqualTo(4);
    assertThat(both.gradient()).isSameAs(gradient);
  }

  @Test
  void anAverageMovesByTheShareThatIsNotKept() {
    assertThat(StepRule.average(2, 4, 0.75)).isEqualTo(2.5f);
  }
}
