package org.hone.search.sampler.tpe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.hone.search.space.Direction;
import org.hone.search.testkit.Histories;
import org.hone.search.testkit.ManyObjectives;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialDraft;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;
import org.junit.jupiter.api.Test;

class FidelityTest {
  private static final Fidelity THIRD = new Fidelity(OptionalInt.of(3));

  /** Reports a tenth of the step at each. */
  private static TrialDraft reaching(int step, TrialState state) {
    TrialDraft draft = new TrialDraft(step, 0, state);
    for (int s = 1; s <= step; s++) {
      draft.intermediate(s, s / 10.0);
    }
    return state == TrialState.COMPLETE ? draft.values(List.of(7.0)) : draft;
  }

  private static StudySnapshot history(int complete, int... pruned) {
    List<TrialRecord> trials = new ArrayList<>();
    for (int i = 0; i < complete; i++) {
      trials.add(numbered(reaching(9, TrialState.COMPLETE), trials.size()));
    }
    for (int step : pruned) {
      trials.add(numbered(reaching(step, TrialState.PRUNED), trials.size()));
    }
    trials.add(numbered(reaching(8, TrialState.RUNNING), trials.size()));
    return Histories.of(Direction.MINIMIZE, trials);
  }

  private static TrialRecord numbered(TrialDraft draft, int number) {
    TrialRecord trial = draft.record();
    TrialDraft copy = new TrialDraft(number + 1, number, trial.state()).values(trial.values());
    trial.intermediate().forEach(copy::intermediate);
    return copy.record();
  }

  @Test
  void isTheHighestStepThatEnoughHaveReached() {
    assertThat(Fidelity.of(history(1, 1, 1, 3, 1, 3, 5), 3).step()).hasValue(3);
    assertThat(Fidelity.of(history(2, 1, 1, 3, 1, 3, 5), 3).step()).hasValue(5);
    assertThat(Fidelity.of(history(0, 1, 1, 3), 3).step()).hasValue(1);
  }

  @Test
  void isThatOfWholeTrialsOnceEnoughAreComplete() {
    assertThat(Fidelity.of(history(3, 1, 1, 1, 3, 5), 3)).isEqualTo(Fidelity.WHOLE);
  }

  @Test
  void isThatOfWholeTrialsWithoutPrunedOnesOrWithFew() {
    assertThat(Fidelity.of(history(2), 3)).isEqualTo(Fidelity.WHOLE);
    assertThat(Fidelity.of(history(1, 1), 3)).isEqualTo(Fidelity.WHOLE);
    assertThat(Fidelity.of(history(1, 0, 0, 0), 3)).isEqualTo(Fidelity.WHOLE);
  }

  @Test
  void isThatOfWholeTrialsWithSeveralObjectives() {
    StudySnapshot two =
        ManyObjectives.of(ManyObjectives.minimized(2), history(0, 1, 1, 3).trials());
    assertThat(Fidelity.of(two, 3)).isEqualTo(Fidelity.WHOLE);
  }

  @Test
  void comparesAllThatCameSoFarByWhatTheyReportedUntilThen() {
    TrialRecord farther = reaching(5, TrialState.PRUNED).record();
    assertThat(THIRD.loss(farther, Direction.MINIMIZE)).hasValue(0.3);
    assertThat(THIRD.loss(farther, Direction.MAXIMIZE)).hasValue(-0.3);
    assertThat(THIRD.loss(reaching(9, TrialState.COMPLETE).record(), Direction.MINIMIZE))
        .hasValue(0.3);
    TrialRecord skipping =
        new TrialDraft(1, 0, TrialState.PRUNED).intermediate(2, 0.5).intermediate(4, 0.1).record();
    assertThat(THIRD.loss(skipping, Direction.MINIMIZE)).hasValue(0.5);
  }

  @Test
  void tellsNothingOfThoseThatDidNotComeSoFar() {
    assertThat(THIRD.loss(reaching(2, TrialState.PRUNED).record(), Direction.MINIMIZE)).isEmpty();
    assertThat(THIRD.loss(reaching(5, TrialState.RUNNING).record(), Direction.MINIMIZE)).isEmpty();
    assertThat(Fidelity.WHOLE.loss(reaching(5, TrialState.PRUNED).record(), Direction.MINIMIZE))
        .isEmpty();
  }

  @Test
  void takesTheValueOfACompleteTrialThatReportedNothing() {
    assertThat(THIRD.loss(reaching(0, TrialState.COMPLETE).record(), Direction.MINIMIZE))
        .hasValue(7);
    assertThat(Fidelity.WHOLE.loss(reaching(9, TrialState.COMPLETE).record(), Direction.MINIMIZE))
        .hasValue(7);
  }

  @Test
  void keepsNaNAndInfinity() {
    TrialRecord diverged =
        new TrialDraft(1, 0, TrialState.PRUNED).intermediate(3, Double.NaN).record();
    OptionalDouble loss = THIRD.loss(diverged, Direction.MINIMIZE);
    assertThat(loss).isPresent();
    assertThat(loss.getAsDouble()).isNaN();
    TrialRecord infinite =
        new TrialDraft(1, 0, TrialState.PRUNED).intermediate(3, Double.POSITIVE_INFINITY).record();
    assertThat(THIRD.loss(infinite, Direction.MINIMIZE)).hasValue(Double.POSITIVE_INFINITY);
  }
}
