package org.hone.reports.diagnosis;

import java.util.Optional;
import org.hone.reports.analysis.Curve;
import org.hone.reports.analysis.Unit;
import org.hone.search.trial.MetricSeries.Point;

/**
 * Validation loss ends at least 5 % of its lowest value above it, and training loss is lower at the
 * end than it was there. Ends are medians of three epochs, so that one spike is not enough.
 */
final class Overfitting implements Rule {
  private static final double RISE = 0.05;

  private static final String FIGURES =
      """
      Validation loss was lowest in epoch %s (%s) and ended %s higher around %s, while training \
      loss went on falling from %s to %s: a gap of %s at the end.\
      """;

  @Override
  public Optional<Finding> find(Curve training, Curve validation) {
    Point lowest = validation.lowest();
    double end = validation.around(validation.last().step());
    double rise = (end - lowest.value()) / Math.abs(lowest.value());
    double trainingThen = training.around(lowest.step());
    double trainingEnd = training.around(training.last().step());
    if (!(rise >= RISE) || trainingEnd >= trainingThen) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(
            Finding.Kind.OVERFITTING,
            FIGURES.formatted(
                lowest.step(),
                Fall.loss(lowest.value()),
                Unit.PERCENT.text(rise),
                Fall.loss(end),
                Fall.loss(trainingThen),
                Fall.loss(trainingEnd),
                Fall.loss(end - trainingEnd))));
  }
}
