package org.hone.agent;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.hone.api.training.TrainingResult;

/**
 * What a runner tells of a trial.
 *
 * @param epochs finished ones
 * @param score the objective on the validation rows; empty if it failed or saw no epoch
 * @param figures of the final weights by name
 * @param reason why it failed or ended before its budget
 */
public record TrialReport(
    TrainingResult.Status status,
    int epochs,
    OptionalDouble score,
    Map<String, Double> figures,
    Optional<String> reason) {
  public TrialReport {
    figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
  }

  /** Of a training. */
  public static TrialReport of(TrainingResult result) {
    return new TrialReport(
        result.status(), result.epochs(), result.score(), result.figures(), result.reason());
  }
}
