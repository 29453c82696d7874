package org.hone.search.sampler.tpe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.hone.search.testkit.ManyObjectives;
import org.hone.search.trial.TrialDraft;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;
import org.junit.jupiter.api.Test;

class SplitTest {
  private final List<TrialRecord> trials = new ArrayList<>();

  private TrialDraft draft(TrialState state) {
    return new TrialDraft(trials.size() + 1, trials.size(), state);
  }

  private void complete(Double... values) {
    trials.add(draft(TrialState.COMPLETE).values(List.of(values)).record());
  }

  private int[] good(int count, int objectives) {
    Standings standings =
        Standings.of(
            ManyObjectives.of(ManyObjectives.minimized(objectives), trials), Fidelity.WHOLE);
    return Split.good(standings, TpeSettings.DEFAULT.withGamma((n, m) -> count));
  }

  @Test
  void takesTheBestOfOneObjectiveInTheOrderOfTheirNumbers() {
    for (double value : new double[] {3, 1, 5, 0, 4}) {
      complete(value);
    }
    assertThat(good(2, 1)).containsExactly(1, 3);
    assertThat(good(3, 1)).containsExactly(0, 1, 3);
  }

  @Test
  void takesFrontByFront() {
    complete(2.0, 2.0);
    complete(0.0, 1.0);
    complete(3.0, 3.0);
    complete(1.0, 0.0);
    assertThat(good(2, 2)).containsExactly(1, 3);
    assertThat(good(3, 2)).containsExactly(0, 1, 3);
  }

  /** All of a front; those in the crowd add less than the lone one. */
  @Test
  void takesOfAFrontThatDoesNotFitThoseThatDominateMost() {
    complete(0.0, 1.0);
    complete(0.02, 0.98);
    complete(0.04, 0.96);
    complete(0.3, 0.3);
    complete(1.0, 0.0);
    complete(2.0, 2.0);
    assertThat(good(1, 2)).containsExactly(3);
    assertThat(good(3, 2)).contains(3, 4).doesNotContain(5);
  }

  @Test
  void putsPrunedTrialsAndThoseThatViolateConstraintsBehindTheRest() {
    trials.add(draft(TrialState.PRUNED).intermediate(1, -9).record());
    trials.add(
        draft(TrialState.COMPLETE)
            .values(List.of(-9.0, -9.0))
            .systemAttribute(TrialRecord.CONSTRAINTS, List.of(1.0))
            .record());
    trials.add(draft(TrialState.FAIL).record());
    complete(2.0, 2.0);
    complete(3.0, 3.0);
    assertThat(good(1, 2)).containsExactly(3);
    assertThat(good(2, 2)).containsExactly(3, 4);
    assertThat(good(3, 2)).containsExactly(0, 3, 4);
    assertThat(good(9, 2)).containsExactly(0, 1, 3, 4);
  }
}
