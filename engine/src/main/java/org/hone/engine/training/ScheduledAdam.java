package org.hone.engine.training;

import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.nd4j.linalg.learning.config.Adam;

/** ND4J's Adam whose beta1 follows a schedule, as the momentum of its Nesterovs does. */
final class ScheduledAdam extends Adam {
  private final Supplier<OptionalDouble> momentum;

  /**
   * @param momentum of the current step; empty for the optimizer's own
   */
  ScheduledAdam(Adam own, Supplier<OptionalDouble> momentum) {
    super(own.getLearningRate(), own.getBeta1(), own.getBeta2(), own.getEpsilon());
    setLearningRateSchedule(own.getLearningRateSchedule());
    this.momentum = momentum;
  }

  /** Without a schedule. */
  double ownBeta1() {
    return super.getBeta1();
  }

  @Override
  public double getBeta1() {
    return momentum.get().orElse(ownBeta1());
  }

  /** A copy of which the network's layers have one each. */
  @Override
  public ScheduledAdam clone() {
    Adam plain = super.clone();
    return new ScheduledAdam(plain, momentum);
  }
}
