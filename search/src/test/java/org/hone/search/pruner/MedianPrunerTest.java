package org.hone.search.pruner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hone.search.space.Direction;
import org.hone.search.testkit.Histories;
import org.hone.search.testkit.PrunerContract;
import org.hone.search.trial.TrialDraft;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MedianPrunerTest implements PrunerContract {

  @Override
  public Pruner pruner() {
    return new MedianPruner();
  }

  @Nested
  class WithWarmup implements PrunerContract {
    @Override
    public Pruner pruner() {
      return new MedianPruner(1, 6, 2);
    }

    @Override
    public int warmup() {
      return 6;
    }
  }

  private static TrialRecord trial(int number, TrialState state, double... reports) {
    TrialDraft draft = new TrialDraft(number + 1, number, state);
    for (int step = 0; step < reports.length; step++) {
      draft.intermediate(step, reports[step]);
    }
    return state == TrialState.COMPLETE ? draft.values(List.of(0.0)).record() : draft.record();
  }

  /** One complete trial for each curve, and the running one. */
  private static boolean prunes(Pruner pruner, double[][] curves, double... running) {
    List<TrialRecord> trials = new ArrayList<>();
    for (double[] curve : curves) {
      trials.add(trial(trials.size(), TrialState.COMPLETE, curve));
    }
    TrialRecord trial = trial(trials.size(), TrialState.RUNNING, running);
    trials.add(trial);
    return pruner.shouldPrune(Histories.of(Direction.MINIMIZE, trials), trial);
  }

  private static final double[][] ONE_TO_FIVE = {{1}, {2}, {3}, {4}, {5}};

  @Test
  void prunesWhatIsWorseThanTheMedian() {
    assertThat(prunes(pruner(), ONE_TO_FIVE, 3.01)).isTrue();
    assertThat(prunes(pruner(), ONE_TO_FIVE, 3)).isFalse();
  }

  @Test
  void takesTheMiddleOfAnEvenNumber() {
    double[][] six = {{1}, {2}, {3}, {4}, {5}, {6}};
    assertThat(prunes(pruner(), six, 3.6)).isTrue();
    assertThat(prunes(pruner(), six, 3.4)).isFalse();
  }

  @Test
  void judgesByTheBestSoFar() {
    double[][] flat = {{3, 3}, {3, 3}, {3, 3}, {3, 3}, {3, 3}};
    assertThat(prunes(pruner(), flat, 2, 9)).isFalse();
    assertThat(prunes(pruner(), flat, 9, 9)).isTrue();
  }

  @Test
  void waitsForFiveCompleteTrials() {
    assertThat(prunes(pruner(), new double[][] {{1}, {1}, {1}, {1}}, 9)).isFalse();
    assertThat(prunes(new MedianPruner(0, 0, 1), new double[][] {{1}}, 9)).isTrue();
  }

  @Test
  void countsOnlyCompleteTrials() {
    List<TrialRecord> trials = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      trials.add(trial(i, i % 2 == 0 ? TrialState.PRUNED : TrialState.FAIL, 1));
    }
    TrialRecord running = trial(20, TrialState.RUNNING, 9);
    trials.add(running);
    assertThat(pruner().shouldPrune(Histories.of(Direction.MINIMIZE, trials), running)).isFalse();
  }

  @Test
  void prunesWhatReportedNothingButNan() {
    assertThat(prunes(pruner(), ONE_TO_FIVE, Double.NaN)).isTrue();
    assertThat(prunes(pruner(), ONE_TO_FIVE, Double.POSITIVE_INFINITY)).isTrue();
  }

  @Test
  void leavesNanOfOthersOut() {
    double nan = Double.NaN;
    assertThat(prunes(pruner(), new double[][] {{nan}, {nan}, {nan}, {1}, {3}}, 2.5)).isTrue();
    assertThat(prunes(pruner(), new double[][] {{nan}, {nan}, {nan}, {nan}, {nan}}, 9)).isFalse();
  }

  @Test
  void goesOnWhereNobodyReported() {
    assertThat(prunes(pruner(), ONE_TO_FIVE, 9, 9)).isFalse();
  }

  @Test
  void goesOnWhenTheMedianLiesBetweenInfinities() {
    double most = Double.POSITIVE_INFINITY;
    double[][] opposite = {{-most}, {-most}, {-most}, {most}, {most}, {most}};
    assertThat(prunes(pruner(), opposite, 9)).isFalse();
    assertThat(prunes(pruner(), new double[][] {{most}, {most}, {most}, {1}, {1}}, 9)).isFalse();
    assertThat(prunes(pruner(), new double[][] {{-most}, {-most}, {-most}, {1}, {1}}, -9)).isTrue();
  }

  @Test
  void decidesOncePerInterval() {
    Pruner everyThird = new MedianPruner(0, 1, 3);
    double[][] good = {{0, 0, 0, 0, 0, 0}};
    boolean[] expected = {false, true, false, false, true, false};
    for (int steps = 1; steps <= expected.length; steps++) {
      double[] bad = new double[steps];
      Arrays.fill(bad, 9);
      assertThat(prunes(everyThird, good, bad))
          .as("%s steps", steps)
          .isEqualTo(expected[steps - 1]);
    }
  }

  @Test
  void checksItsSettings() {
    assertThatIllegalArgumentException().isThrownBy(() -> new MedianPruner(-1, 0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new MedianPruner(0, -1, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MedianPruner(0, 0, 0))
        .withMessageContaining("0");
  }
}
