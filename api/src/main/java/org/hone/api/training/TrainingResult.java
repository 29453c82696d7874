package org.hone.api.training;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How a training ended.
 *
 * @param epochs finished ones
 * @param score the objective on the validation rows: of the final weights, or of the last epoch if
 *     it was stopped; empty if it failed or saw no epoch
 * @param figures of the final weights by name, such as {@code hone.trial.score.test}
 * @param model present if it completed
 * @param reason why it ended before its budget
 */
public record TrainingResult(
    Status status,
    int epochs,
    OptionalDouble score,
    Map<String, Double> figures,
    Optional<TrainedModel> model,
    Optional<String> reason) {

  /** How it ended. */
  public enum Status {
    /** By its budget or its own stopping rule. */
    COMPLETED,
    /** Because the terms said so. */
    STOPPED,
    /** Diverged. */
    FAILED
  }

  public TrainingResult {
    figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
  }

  /** A training without a usable result. */
  public static TrainingResult failed(int epochs, String reason) {
    return new TrainingResult(
        Status.FAILED,
        epochs,
        OptionalDouble.empty(),
        Map.of(),
        Optional.empty(),
        Optional.of(reason));
  }
}
