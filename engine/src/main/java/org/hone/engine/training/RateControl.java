package org.hone.engine.training;

import org.hone.api.recipe.MomentumUpdater;
import org.hone.api.recipe.Rates;
import org.hone.api.recipe.Update;
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
    IUpdater updater = update.updater().clone();
    double layerFactor = factor(layer);
    if (updater.hasLearningRate()) {
      updater.setLrAndSchedule(
          baseRate, new HeldValue("rate x " + layerFactor, () -> learningRate() * layerFactor));
    }
    if (updater instanceof Nesterovs nesterovs) {
      nesterovs.setMomentumISchedule(momentum(nesterovs.getMomentum()));
    } else if (updater instanceof MomentumUpdater other) {
      other.setMomentumSchedule(momentum(other.momentum()));
    }
    return updater;
  }

  private HeldValue momentum(double own) {
    return new HeldValue("momentum " + own, () -> now.momentum().orElse(own));
  }
}
