package org.hone.search.sampler.gp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.hone.search.space.Direction;
import org.hone.search.testkit.Histories;
import org.hone.search.testkit.ManyObjectives;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialDraft;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;
import org.junit.jupiter.api.Test;

class PrunedLossesTest {
  private static TrialRecord pruned(double... reports) {
    TrialDraft draft = new TrialDraft(100, 99, TrialState.PRUNED);
    for (int k = 0; k < reports.length; k++) {
      draft.intermediate(k + 1, reports[k]).values(List.of(reports[k]));
    }
    return draft.record();
  }

  /** Each ends with half of what it reported first: 1, 2, 3, ... */
  private static List<TrialRecord> halving(int count) {
    List<TrialRecord> trials = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      trials.add(
          new TrialDraft(i + 1, i, TrialState.COMPLETE)
              .intermediate(1, 2.0 * (i + 1))
              .intermediate(2, i + 1)
              .values(List.of(i + 1.0))
              .record());
    }
    return trials;
  }

  private static double loss(List<TrialRecord> complete, TrialRecord pruned) {
    List<TrialRecord> all = new ArrayList<>(complete);
    all.add(pruned);
    return PrunedLosses.of(Histories.of(Direction.MINIMIZE, all), all, 0).of(pruned);
  }

  @Test
  void areWhatTheStudysCurvesLetExpect() {
    assertThat(loss(halving(9), pruned(7))).isCloseTo(3.5, within(0.5));
    assertThat(loss(halving(9), pruned(17))).isCloseTo(8.5, within(0.5));
  }

  @Test
  void areNeverBetterThanTheBestCompleteOne() {
    assertThat(loss(halving(9), pruned(0.1))).isEqualTo(1);
  }

  @Test
  void areAtBestTheMedianWhileThereAreNoCurves() {
    assertThat(loss(halving(2), pruned(0.1))).isEqualTo(2);
    assertThat(loss(halving(2), pruned(5))).isEqualTo(5);
    assertThat(loss(halving(9), pruned())).isNaN();
  }

  @Test
  void followFromTheGivenTrialsAlone() {
    List<TrialRecord> all = new ArrayList<>(halving(9));
    TrialRecord pruned = pruned(7);
    all.add(0, pruned);
    StudySnapshot study = Histories.of(Direction.MINIMIZE, all);
    assertThat(PrunedLosses.of(study, all.subList(0, 3), 0).of(pruned)).isEqualTo(7);
  }

  @Test
  void ofSeveralObjectivesAreAtBestTheMedian() {
    List<TrialRecord> trials = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      trials.add(
          new TrialDraft(i + 1, i, TrialState.COMPLETE).values(List.of(1.0 * i, 2.0 * i)).record());
    }
    TrialRecord pruned = pruned(0.5);
    trials.add(pruned);
    StudySnapshot study = ManyObjectives.of(ManyObjectives.minimized(2), trials);
    assertThat(PrunedLosses.of(study, trials, 0).of(pruned)).isEqualTo(2);
    assertThat(PrunedLosses.of(study, trials, 1).of(pruned)).isNaN();
  }
}
