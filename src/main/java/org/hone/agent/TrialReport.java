package org.hone.agent;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
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
 * @param log the last lines that its process printed, if it took its process with it
 */
public record TrialReport(
    TrainingResult.Status status,
    int epochs,
    OptionalDouble score,
    Map<String, Double> figures,
    Optional<String> reason,
    List<String> log) {
  /** User attribute of a trial that took its process with it: what that printed last, by lines. */
  public static final String LOG = "hone:worker-log";

  /** User attribute of a trial: what its user should know, by lines, such as where it went on. */
  public static final String NOTES = "hone:notes";

  public TrialReport {
    figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    log = List.copyOf(log);
  }

  /** Of a training. */
  public static TrialReport of(TrainingResult result) {
    return new TrialReport(
        result.status(),
        result.epochs(),
        result.score(),
        result.figures(),
        result.reason(),
        List.of());
  }

  /**
   * Of a training without a usable result.
   *
   * @param log the last lines that its process printed, if it took its process with it
   */
  public static TrialReport failed(String reason, List<String> log) {
    return new TrialReport(
        TrainingResult.Status.FAILED,
        0,
        OptionalDouble.empty(),
        Map.of(),
        Optional.of(reason),
        log);
  }

  /** Of a training that the user cut off. */
  public static TrialReport stopped(String reason) {
    return new TrialReport(
        TrainingResult.Status.STOPPED,
        0,
        OptionalDouble.empty(),
        Map.of(),
        Optional.of(reason),
        List.of());
  }
}
