package org.hone.search.sampler.tpe;

import java.util.Comparator;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;

/**
 * What a trial is worth: complete ones by their loss; behind them the pruned ones, by how far they
 * came and then by their last report, NaN counting as the worst; behind these, whatever they
 * reached, those that violate constraints, by how much.
 *
 * @param first smaller is better, among those of a rank
 * @param second among those whose first is equal
 */
record Standing(Rank rank, double first, double second) implements Comparable<Standing> {

  /** From good to bad; those not ranked have no value that others could be compared with. */
  enum Rank {
    COMPLETE,
    PRUNED,
    INFEASIBLE,
    /** Came to nothing. */
    FAILED,
    /** Running. */
    BUSY,
    /** Waiting, or interrupted: tells nothing. */
    UNKNOWN
  }

  private static final Comparator<Standing> ORDER =
      Comparator.comparing(Standing::rank)
          .thenComparingDouble(Standing::first)
          .thenComparingDouble(Standing::second);

  static Standing of(TrialRecord trial, StudySnapshot snapshot) {
    return switch (trial.state()) {
      case COMPLETE -> finished(trial, new Standing(Rank.COMPLETE, loss(trial, snapshot), 0));
      case PRUNED -> finished(trial, pruned(trial, snapshot));
      case RUNNING -> new Standing(Rank.BUSY, 0, 0);
      case FAIL -> new Standing(trial.isInterrupted() ? Rank.UNKNOWN : Rank.FAILED, 0, 0);
      case WAITING -> new Standing(Rank.UNKNOWN, 0, 0);
    };
  }

  /** Of several objectives the first, which does not matter then. */
  private static double loss(TrialRecord trial, StudySnapshot snapshot) {
    return snapshot.losses(trial)[0];
  }

  private static Standing pruned(TrialRecord trial, StudySnapshot snapshot) {
    if (trial.intermediate().isEmpty()) {
      return new Standing(Rank.PRUNED, Double.POSITIVE_INFINITY, 0);
    }
    double last = trial.lastReport().orElse(Double.NaN);
    return new Standing(
        Rank.PRUNED,
        -(double) trial.intermediate().lastKey(),
        snapshot.definition().directions().get(0).toLoss(last));
  }

  private static Standing finished(TrialRecord trial, Standing feasible) {
    double violation = trial.violation();
    return violation > 0 ? new Standing(Rank.INFEASIBLE, violation, 0) : feasible;
  }

  /** Whether it has a place among those that are over. */
  boolean isRanked() {
    return rank.compareTo(Rank.INFEASIBLE) <= 0;
  }

  /** Whether it tells where to go, or where not to. */
  boolean isTold(TpeSettings settings) {
    return settings.constantLiar()
        ? rank != Rank.UNKNOWN
        : rank != Rank.UNKNOWN && rank != Rank.BUSY;
  }

  @Override
  public int compareTo(Standing other) {
    return ORDER.compare(this, other);
  }
}
