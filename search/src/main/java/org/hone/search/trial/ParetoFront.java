package org.hone.search.trial;

import java.util.Arrays;
import java.util.List;
import org.hone.search.math.NonDominatedSort;

/** The trials of a study that no other beats in every objective. */
public final class ParetoFront {
  private ParetoFront() {}

  /**
   * The complete trials that respect all constraints and that no other such trial dominates, in the
   * order of their numbers; all of several equal ones. With one objective, all that reach the best
   * value.
   */
  public static List<TrialRecord> of(StudySnapshot snapshot) {
    List<TrialRecord> candidates =
        snapshot.in(TrialState.COMPLETE).filter(TrialRecord::isFeasible).toList();
    double[][] losses = candidates.stream().map(snapshot::losses).toArray(double[][]::new);
    return Arrays.stream(NonDominatedSort.front(losses)).mapToObj(candidates::get).toList();
  }
}
