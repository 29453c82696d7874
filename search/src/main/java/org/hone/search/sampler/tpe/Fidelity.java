package org.hone.search.sampler.tpe;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import org.hone.search.space.Direction;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;

/**
 * What the trials of a study are compared by: the values of complete ones; or, while these are few
 * and others were pruned, what those had reported by then that came as far as some step. That is
 * the highest step that enough trials have reached, so that the first ones to be let run on are not
 * held for the best only because of that.
 *
 * @param step empty if only complete trials are compared, by their values
 * @see <a href="https://arxiv.org/abs/1807.01774">Falkner et al., BOHB, ICML 2018, section 4.1: the
 *     model is that of the largest budget with enough observations</a>
 */
record Fidelity(OptionalInt step) {
  static final Fidelity WHOLE = new Fidelity(OptionalInt.empty());

  /**
   * The highest that enough trials tell of; the values of complete ones if no step does, and always
   * with several objectives.
   *
   * @param enough how many trials are enough, at least 1
   */
  static Fidelity of(StudySnapshot snapshot, int enough) {
    boolean whole =
        snapshot.definition().directions().size() > 1
            || snapshot.in(TrialState.COMPLETE).limit(enough).count() == enough
            || snapshot.in(TrialState.PRUNED).findAny().isEmpty();
    return whole ? WHOLE : ofHighestStep(snapshot, enough);
  }

  private static Fidelity ofHighestStep(StudySnapshot snapshot, int enough) {
    List<Integer> reached =
        snapshot.trials().stream()
            .filter(trial -> isOver(trial) && !trial.intermediate().isEmpty())
            .map(trial -> trial.intermediate().lastKey())
            .sorted(Comparator.reverseOrder())
            .limit(enough)
            .toList();
    return reached.size() < enough ? WHOLE : new Fidelity(OptionalInt.of(reached.get(enough - 1)));
  }

  private static boolean isOver(TrialRecord trial) {
    return trial.state() == TrialState.COMPLETE || trial.state() == TrialState.PRUNED;
  }

  /**
   * What the trial stands for, smaller being better: at a step its last report until then, NaN if
   * it reported that; of a complete trial that did not report so far, its value.
   *
   * @param direction of the first objective
   * @return empty unless it is over and came so far
   */
  OptionalDouble loss(TrialRecord trial, Direction direction) {
    if (isOver(trial) && step.isPresent() && reaches(trial, step.getAsInt())) {
      SortedMap<Integer, Double> until = trial.intermediate().headMap(step.getAsInt() + 1);
      if (!until.isEmpty()) {
        return OptionalDouble.of(direction.toLoss(until.getOrDefault(until.lastKey(), Double.NaN)));
      }
    }
    return trial.state() == TrialState.COMPLETE
        ? OptionalDouble.of(direction.toLoss(trial.values().get(0)))
        : OptionalDouble.empty();
  }

  private static boolean reaches(TrialRecord trial, int step) {
    return !trial.intermediate().isEmpty() && trial.intermediate().lastKey() >= step;
  }
}
