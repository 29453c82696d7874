package org.hone.reports.diagnosis;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hone.reports.analysis.Unit;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;

/** At least one in ten of the trials that ended has failed; the three most frequent reasons. */
final class FailingTrials {
  private static final double MANY = 0.1;
  private static final int REASONS = 3;

  private FailingTrials() {}

  static Optional<Finding> find(List<TrialRecord> trials) {
    long ended = trials.stream().filter(trial -> trial.state().isFinished()).count();
    List<TrialRecord> failed =
        trials.stream().filter(trial -> trial.state() == TrialState.FAIL).toList();
    if (failed.isEmpty() || failed.size() < MANY * ended) {
      return Optional.empty();
    }
    String share = Unit.PERCENT.text((double) failed.size() / ended);
    return Optional.of(
        new Finding(
            Finding.Kind.FAILING_TRIALS,
            failed.size() + " of " + ended + " trials failed (" + share + "): " + reasons(failed)));
  }

  private static String reasons(List<TrialRecord> failed) {
    Map<String, Long> counts = new TreeMap<>();
    failed.forEach(trial -> counts.merge(trial.reason().orElse("no reason given"), 1L, Long::sum));
    String named =
        counts.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .limit(REASONS)
            .map(entry -> entry.getValue() + " × " + entry.getKey())
            .collect(Collectors.joining("; "));
    int more = counts.size() - REASONS;
    return more > 0
        ? named + "; and " + more + (more == 1 ? " other reason." : " other reasons.")
        : named + ".";
  }
}
