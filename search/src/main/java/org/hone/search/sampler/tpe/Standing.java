package org.hone.search.sampler.tpe;

import java.util.Comparator;
import java.util.OptionalDouble;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;

/**
 * What a trial is worth: complete ones by their loss, and pruned ones that came as far as the
 * {@link Fidelity} asks for; behind them the other pruned ones, by how far they came and then by
 * their last report, NaN counting as the worst; behind these, whatever they reached, those that
 * violate constraints, by how much.
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

  /**
   * @param fidelity what those that count for complete are compared by
   */
  static Standing of(TrialRecord trial, StudySnapshot snapshot, Fidelity fidelity) {
    return switch (trial.state()) {
      case COMPLETE, PRUNED -> finished(trial, snapshot, fidelity);
      case RUNNING -> new Standing(Rank.BUSY, 0, 0);
      case FAIL -> new Standing(trial.isInterrupted() ? Rank.UNKNOWN : Rank.FAILED, 0, 0);
      case WAITING -> new Standing(Rank.UNKNOWN, 0, 0);
    };
  }

  private static Standing finished(TrialRecord trial, StudySnapshot snapshot, Fidelity fidelity) {
    double violation = trial.violation();
    if (violation > 0) {
      return new Standing(Rank.INFEASIBLE, violation, 0);
    }
    OptionalDouble loss = fidelity.loss(trial, snapshot.definition().directions().get(0));
    return loss.isPresent()
        ? new Standing(Rank.COMPLETE, loss.getAsDouble(), 0)
        : pruned(trial, snapshot);
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
