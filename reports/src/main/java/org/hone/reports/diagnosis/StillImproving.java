package org.hone.reports.diagnosis;

import java.util.Optional;
import org.hone.reports.analysis.Curve;
import org.hone.reports.analysis.Unit;

/**
 * Validation loss is lowest within the last tenth of the training, and the last fifth brought at
 * least 2 % of the whole fall.
 */
final class StillImproving implements Rule {
  private static final double LAST_TENTH = 0.9;
  private static final double LAST_FIFTH = 0.8;
  private static final double PAYS = 0.02;

  private static final String FIGURES =
      """
      Validation loss was lowest in epoch %s of %s (%s); the last fifth of the training brought %s \
      of its whole fall.\
      """;

  @Override
  public Optional<Finding> find(Curve training, Curve validation) {
    Fall fall = new Fall(validation);
    double share = fall.shareAfter(LAST_FIFTH);
    if (validation.lowest().step() < fall.epoch(LAST_TENTH) || !(share >= PAYS)) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(
            Finding.Kind.STILL_IMPROVING,
            FIGURES.formatted(
                validation.lowest().step(),
                validation.last().step(),
                Fall.loss(validation.lowest().value()),
                Unit.PERCENT.text(share))));
  }
}
