package org.hone.search.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
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

class CompleteCurvesTest {
  private static TrialDraft draft(int number, TrialState state, double... reports) {
    TrialDraft draft = new TrialDraft(number + 1, number, state);
    for (int k = 0; k < reports.length; k++) {
      draft.intermediate(k + 1, reports[k]);
    }
    return draft;
  }

  /** Straight lines: after the first report each falls by one in each of three steps. */
  private static List<TrialRecord> falling(int count, double sign) {
    List<TrialRecord> trials = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double start = 5 + 0.5 * i;
      trials.add(
          draft(
                  i,
                  TrialState.COMPLETE,
                  sign * start,
                  sign * (start - 1),
                  sign * (start - 2),
                  sign * (start - 3))
              .values(List.of(sign * (start - 3)))
              .record());
    }
    return trials;
  }

  @Test
  void expectsOfACurveWhatTheOthersDid() {
    StudySnapshot study = Histories.of(Direction.MINIMIZE, falling(8, 1));
    CompleteCurves curves = CompleteCurves.of(study, 3).orElseThrow();
    assertThat(curves.expectedLoss(draft(8, TrialState.PRUNED, 7.2, 6.2).record()))
        .isCloseTo(4.2, within(0.3));
    assertThat(curves.longest()).isEqualTo(4);
  }

  @Test
  void countsLossesWhereMoreIsBetter() {
    StudySnapshot study = Histories.of(Direction.MAXIMIZE, falling(8, -1));
    CompleteCurves curves = CompleteCurves.of(study, 3).orElseThrow();
    assertThat(curves.expectedLoss(draft(8, TrialState.PRUNED, -7.2, -6.2).record()))
        .isCloseTo(4.2, within(0.3));
  }

  @Test
  void knowsNothingOfATrialThatReportedNothing() {
    StudySnapshot study = Histories.of(Direction.MINIMIZE, falling(8, 1));
    CompleteCurves curves = CompleteCurves.of(study, 3).orElseThrow();
    assertThat(curves.expectedLoss(draft(8, TrialState.PRUNED).record())).isNaN();
    assertThat(curves.expectedLoss(draft(8, TrialState.PRUNED, Double.NaN).record())).isNaN();
  }

  @Test
  void needsEnoughCompleteTrialsThatReported() {
    List<TrialRecord> trials = falling(3, 1);
    StudySnapshot study = Histories.of(Direction.MINIMIZE, trials);
    assertThat(CompleteCurves.of(study, 4)).isEmpty();
    assertThat(CompleteCurves.of(study, trials.subList(0, 2), 3)).isEmpty();
    assertThat(CompleteCurves.of(study, trials, 3)).isPresent();
    List<TrialRecord> silent =
        List.of(new TrialDraft(1, 0, TrialState.COMPLETE).values(List.of(1.0)).record());
    assertThat(CompleteCurves.of(Histories.of(Direction.MINIMIZE, silent), 1)).isEmpty();
  }

  @Test
  void isForOneObjective() {
    List<TrialRecord> trials =
        List.of(draft(0, TrialState.COMPLETE, 1).values(List.of(1.0)).record());
    assertThatIllegalStateException()
        .isThrownBy(
            () -> CompleteCurves.of(ManyObjectives.of(ManyObjectives.minimized(2), trials), 1));
  }

  @Test
  void scalesThereAndBack() {
    CurveScale scale = CurveScale.of(new double[] {1, 2, 3}, new double[] {1, 2, 3, 40});
    for (double loss : new double[] {-5, 0, 2, 2.5, 1000}) {
      assertThat(scale.inverse(scale.of(loss))).isCloseTo(loss, within(1e-9));
    }
  }
}
