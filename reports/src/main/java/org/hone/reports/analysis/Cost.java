package org.hone.reports.analysis;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;

/**
 * What the evidence cost: training time, summed over trials whose start and end are known.
 *
 * @param trials of the search
 * @param searchSeconds of all its trials together, whatever ran at the same time
 * @param confirmationSeconds of all trials of the confirmation
 */
public record Cost(List<TrialRecord> trials, double searchSeconds, double confirmationSeconds) {

  public Cost {
    trials = List.copyOf(trials);
  }

  /** The cost of the evidence. */
  public static Cost of(Evidence evidence) {
    List<TrialRecord> trials = evidence.search().snapshot().trials();
    Stream<TrialRecord> runs =
        evidence.confirmation().stream().flatMap(study -> study.snapshot().trials().stream());
    return new Cost(trials, sum(trials.stream()), sum(runs));
  }

  /** How many trials of the search are in this state. */
  public long count(TrialState state) {
    return trials.stream().filter(trial -> trial.state() == state).count();
  }

  /** How long the trial took; empty if its start or end is not known. */
  public static OptionalDouble seconds(TrialRecord trial) {
    return seconds(Optional.of(trial));
  }

  private static OptionalDouble seconds(Optional<TrialRecord> trial) {
    return trial
        .flatMap(TrialRecord::duration)
        .map(duration -> OptionalDouble.of(seconds(duration)))
        .orElse(OptionalDouble.empty());
  }

  private static double sum(Stream<TrialRecord> trials) {
    return trials
        .map(TrialRecord::duration)
        .flatMap(Optional::stream)
        .mapToDouble(Cost::seconds)
        .sum();
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
