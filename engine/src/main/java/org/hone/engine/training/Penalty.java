package org.hone.engine.training;

import java.util.List;
import java.util.Optional;
import org.hone.api.recipe.Stretch;
import org.nd4j.linalg.learning.regularization.L1Regularization;
import org.nd4j.linalg.learning.regularization.L2Regularization;
import org.nd4j.linalg.learning.regularization.Regularization;
import org.nd4j.linalg.learning.regularization.WeightDecay;
import org.nd4j.linalg.schedule.FixedSchedule;
import org.nd4j.linalg.schedule.ISchedule;

/**
 * Penalties on a stretch of the flat weights.
 *
 * @param absolute times the weight's sign, added to the gradient (L1)
 * @param squared times the weight, added to the gradient (L2)
 * @param decay times the weight, added to the update
 * @param decayTimesRate whether the decay is multiplied by the learning rate
 */
record Penalty(double absolute, double squared, double decay, boolean decayTimesRate) {
  static final Penalty NONE = new Penalty(0, 0, 0, false);

  /** The sum of constant penalties of one kind each; empty for others. */
  static Optional<Penalty> of(List<Regularization> all) {
    Penalty sum = NONE;
    for (Regularization one : all) {
      Optional<Penalty> next = sum.with(one);
      if (next.isEmpty()) {
        return next;
      }
      sum = next.get();
    }
    return Optional.of(sum);
  }

  private Optional<Penalty> with(Regularization one) {
    if (one instanceof L1Regularization l1 && absolute == 0 && squared == 0) {
      return constant(l1.getL1()).map(c -> new Penalty(c, squared, decay, decayTimesRate));
    }
    if (one instanceof L2Regularization l2 && squared == 0) {
      return constant(l2.getL2()).map(c -> new Penalty(absolute, c, decay, decayTimesRate));
    }
    if (one instanceof WeightDecay weightDecay && decay == 0) {
      return constant(weightDecay.getCoeff())
          .map(c -> new Penalty(absolute, squared, c, weightDecay.isApplyLR()));
    }
    return Optional.empty();
  }

  private static Optional<Double> constant(ISchedule schedule) {
    return schedule instanceof FixedSchedule fixed
        ? Optional.of(fixed.valueAt(0, 0))
        : Optional.empty();
  }

  /** Adds to the gradient of these weights. */
  void addToGradient(Stretch stretch, float[] weights) {
    if (absolute != 0) {
      float scale = (float) absolute;
      float[] gradient = stretch.gradient();
      for (int i = stretch.from(); i < stretch.to(); i++) {
        gradient[i] += scale * Math.signum(weights[i]);
      }
    }
    if (squared != 0) {
      addTimes((float) squared, stretch, weights);
    }
  }

  /** Adds to the update of these weights. */
  void addToUpdate(Stretch stretch, float[] weights, double rate) {
    if (decay != 0) {
      addTimes((float) (decayTimesRate ? decay * rate : decay), stretch, weights);
    }
  }

  private static void addTimes(float scale, Stretch stretch, float[] weights) {
    float[] sum = stretch.gradient();
    for (int i = stretch.from(); i < stretch.to(); i++) {
      sum[i] += scale * weights[i];
    }
  }
}
