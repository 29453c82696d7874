package org.hone.cli;

import java.util.Optional;
import org.hone.api.training.Metric;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;

/** The best trial that a progress view has seen. */
final class BestSoFar {
  private final Metric metric;
  private Optional<TrialRecord> best = Optional.empty();

  BestSoFar(Metric metric) {
    this.metric = metric;
  }

  /** Begins anew with this one. */
  void set(Optional<TrialRecord> trial) {
    best = trial;
  }

  /** Whether the trial is the best now. */
  boolean offer(TrialRecord trial) {
    boolean better =
        trial.state() == TrialState.COMPLETE
            && best.map(one -> metric.direction().isBetter(value(trial), value(one))).orElse(true);
    if (better) {
      best = Optional.of(trial);
    }
    return better;
  }

  /** Such as {@code accuracy 0.9741}; empty if there is none. */
  Optional<String> text() {
    return best.map(this::text);
  }

  /** A complete trial's score. */
  String text(TrialRecord trial) {
    return "%s %.4f".formatted(metric.id(), value(trial));
  }

  private static double value(TrialRecord trial) {
    return trial.value().orElse(Double.NaN);
  }
}
