package org.hone.reports.diagnosis;

import java.util.Optional;
import org.hone.reports.analysis.Curve;

/** What to look for in the curves of a training that has enough epochs to judge. */
@FunctionalInterface
interface Rule {

  /**
   * @param training loss on training data, at least {@link Diagnosis#FEWEST_EPOCHS} finite readings
   * @param validation loss on validation data, as long
   */
  Optional<Finding> find(Curve training, Curve validation);
}
