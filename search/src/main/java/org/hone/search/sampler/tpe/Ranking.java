package org.hone.search.sampler.tpe;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;
import static java.util.Comparator.comparingInt;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.hone.search.space.Direction;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;

/**
 * The trials of a study from good to bad: complete ones by their value; behind them the pruned
 * ones, by how far they came and then by their last report, NaN counting as the worst.
 *
 * @param finished from good to bad
 * @param avoided running ones, whose values are not known yet, and failed ones, which have none;
 *     those that were only interrupted tell nothing
 */
record Ranking(List<TrialRecord> finished, List<TrialRecord> avoided) {

  /**
   * @throws IllegalStateException if the study has several objectives
   */
  static Ranking of(StudySnapshot snapshot) {
    Direction direction = snapshot.direction();
    Stream<TrialRecord> complete =
        snapshot
            .in(TrialState.COMPLETE)
            .sorted(comparingDouble(trial -> direction.toLoss(trial.values().get(0))));
    Comparator<TrialRecord> farther = comparingInt(Ranking::lastStep).reversed();
    Stream<TrialRecord> pruned =
        snapshot
            .in(TrialState.PRUNED)
            .sorted(farther.thenComparing(comparingDouble(trial -> lastLoss(trial, direction))));
    return new Ranking(
        Stream.concat(complete, pruned).toList(),
        snapshot.trials().stream().filter(Ranking::isAvoided).toList());
  }

  private static boolean isAvoided(TrialRecord trial) {
    return trial.state() == TrialState.RUNNING
        || (trial.state() == TrialState.FAIL && !trial.isInterrupted());
  }

  private static int lastStep(TrialRecord trial) {
    return trial.intermediate().isEmpty() ? Integer.MIN_VALUE : trial.intermediate().lastKey();
  }

  /** {@code Double.compare} puts NaN behind everything. */
  private static double lastLoss(TrialRecord trial, Direction direction) {
    return direction.toLoss(trial.lastReport().orElse(Double.NaN));
  }

  /** The part of it that tells something about the group. */
  Ranking within(Group group) {
    return new Ranking(
        finished.stream().filter(group::covers).toList(),
        avoided.stream().filter(group::covers).toList());
  }

  /** The best {@code count} trials, in the order of their numbers. */
  List<TrialRecord> good(int count) {
    return finished.stream().limit(count).sorted(comparing(TrialRecord::number)).toList();
  }

  /** All others, and where nobody else should go: where somebody is already, or came to nothing. */
  List<TrialRecord> bad(int good) {
    return Stream.concat(finished.stream().skip(good), avoided.stream())
        .sorted(comparing(TrialRecord::number))
        .toList();
  }
}
