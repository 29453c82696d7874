package org.hone.agent;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import org.hone.search.study.Study;
import org.hone.search.study.Trial;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;

/**
 * The trials that were running when an earlier process ended: the same trials go on, in the order
 * of their numbers. One that had no parameters yet had not begun.
 */
final class Unfinished {
  private final Study study;
  private final Deque<Integer> numbers = new ArrayDeque<>();
  private final Set<Integer> all;

  /** Of a study that nobody else works at. */
  Unfinished(Study study) {
    this.study = study;
    boolean searched =
        study.definition().space().filter(space -> !space.parameters().isEmpty()).isPresent();
    study.recoverInterrupted(
        trial -> (searched && trial.parameters().isEmpty()) || BornAgainPhase.isBornAgain(trial));
    study.snapshot().in(TrialState.RUNNING).map(TrialRecord::number).forEach(numbers::add);
    this.all = Set.copyOf(numbers);
  }

  /** Whether an earlier process was at this trial. */
  boolean has(Trial trial) {
    return all.contains(trial.number());
  }

  /** Those that nobody has taken up. */
  int size() {
    return numbers.size();
  }

  /** The next of them. */
  Optional<Trial> next() {
    return Optional.ofNullable(numbers.poll()).map(study::running);
  }
}
