package org.hone.reports.diagnosis;

import java.util.Optional;
import org.hone.reports.analysis.Curve;
import org.hone.reports.analysis.Unit;

/** Training loss never falls by 5 % of its first reading. */
final class NotLearning implements Rule {
  private static final double LITTLE = 0.05;

  @Override
  public Optional<Finding> find(Curve training, Curve validation) {
    double first = training.first().value();
    double share = new Fall(training).total() / Math.abs(first);
    if (share >= LITTLE) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(
            Finding.Kind.NOT_LEARNING,
            "Training loss began at %s and was never lower than %s, a fall of %s."
                .formatted(
                    Fall.loss(first),
                    Fall.loss(training.lowest().value()),
                    Unit.PERCENT.text(Double.isNaN(share) ? 0 : share))));
  }
}
