package org.hone.reports.diagnosis;

import java.util.Optional;
import org.hone.reports.analysis.Curve;
import org.hone.reports.analysis.Unit;

/**
 * The second half of the training brought less than 1 % of the whole fall of the training loss, and
 * of the validation loss. Where training loss still falls, it is no plateau.
 */
final class Plateau implements Rule {
  private static final double HALF = 0.5;
  private static final double NOTHING = 0.01;

  private static final String FIGURES =
      """
      After epoch %s of %s validation loss fell by another %s of its whole fall; it ended at %s.\
      """;

  @Override
  public Optional<Finding> find(Curve training, Curve validation) {
    Fall fall = new Fall(validation);
    double share = fall.shareAfter(HALF);
    if (!(share < NOTHING) || !(new Fall(training).shareAfter(HALF) < NOTHING)) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(
            Finding.Kind.PLATEAU,
            FIGURES.formatted(
                fall.epoch(HALF),
                validation.last().step(),
                Unit.PERCENT.text(share),
                Fall.loss(validation.last().value()))));
  }
}
