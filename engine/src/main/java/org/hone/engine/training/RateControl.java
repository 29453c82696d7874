package org.hone.engine.training;

import java.util.OptionalDouble;
import org.hone.api.recipe.Rates;
import org.hone.api.recipe.RuleUpdater;
import org.hone.api.recipe.Update;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;

/** Holds the rates of the current step, and makes optimizers that read them. */
final class RateControl {
  private final Update update;
  private final double baseRate;
  private Rates now = Rates.of(1);

  RateControl(Update update) {
    this.update = update;
    this.baseRate = update.updater().hasLearningRate() ? update.updater().getLearningRate(0, 0) : 0;
  }

  void set(Rates rates) {
    now = rates;
  }

  /** The learning rate of the current step; 0 for an optimizer without one. */
  double learningRate() {
    return baseRate * now.factor();
  }

  /** The momentum that the schedule asks for at the current step; empty for the optimizer's own. */
  OptionalDouble momentum() {
    return now.momentum();
  }

  /**
   * Whether the layer is not to move in this step. Deeplearning4j's Adam takes a tiny step at a
   * rate of zero.
   */
  boolean isStill(String layer) {
    return now.factor() * factor(layer) == 0;
  }

  private double factor(String layer) {
    return update.rateByLayer().getOrDefault(layer, 1.0);
  }

  /** The optimizer of a layer, with its rates held here. */
  IUpdater updaterFor(String layer) {
    IUpdater updater = withMomentum(update.updater().clone());
    double layerFactor = factor(layer);
    if (updater.hasLearningRate()) {
      updater.setLrAndSchedule(
          baseRate, new HeldValue("rate x " + layerFactor, () -> learningRate() * layerFactor));
    }
    return updater;
  }

  private IUpdater withMomentum(IUpdater own) {
    if (own instanceof RuleUpdater rule) {
      rule.setMomentum(this::momentum);
    } else if (own instanceof Nesterovs nesterovs) {
      double momentum = nesterovs.getMomentum();
      nesterovs.setMomentumISchedule(
          new HeldValue("momentum " + momentum, () -> momentum().orElse(momentum)));
    }
    return own.getClass() == Adam.class ? new ScheduledAdam((Adam) own, this::momentum) : own;
  }
}
