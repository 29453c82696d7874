package org.hone.reports.analysis;

import java.util.List;
import java.util.Optional;
import org.hone.search.trial.TrialDetails;

/**
 * What the meters of one training read.
 *
 * @param all sorted by name; each with at least one reading
 */
public record LearningCurves(List<Curve> all) {
  /** Meter: mean loss on training data, penalties included. */
  public static final String TRAIN_LOSS = "hone.trial.loss.train";

  /** Meter: mean loss on validation data. */
  public static final String VALIDATION_LOSS = "hone.trial.loss.validation";

  /** Meter: the objective on validation data. */
  public static final String VALIDATION_SCORE = "hone.trial.score.validation";

  public LearningCurves {
    all = List.copyOf(all);
  }

  /** The curves of a trial. */
  public static LearningCurves of(TrialDetails details) {
    return new LearningCurves(
        details.series().stream()
            .filter(series -> !series.points().isEmpty())
            .map(Curve::of)
            .toList());
  }

  /** The curve of this meter. */
  public Optional<Curve> find(String name) {
    return all.stream().filter(curve -> curve.name().equals(name)).findFirst();
  }

  /** The curve of this meter, if it has a finite reading. */
  public Optional<Curve> readable(String name) {
    return find(name).filter(curve -> !curve.finite().isEmpty());
  }
}
