package org.hone.search.pruner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.OptionalInt;
import org.hone.search.space.Direction;
import org.hone.search.testkit.PrunerContract;
import org.hone.search.testkit.SeveralObjectivesPrunerContract;
import org.hone.search.trial.TrialState;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SuccessiveHalvingPrunerTest implements PrunerContract, SeveralObjectivesPrunerContract {
  /** Rungs at the steps 1, 2, 4, 8. */
  private static final Pruner HALVES = fixed(1, 2, 0, 0);

  @Override
  public Pruner pruner() {
    return new SuccessiveHalvingPruner();
  }

  @Nested
  class WithLateFirstRung implements PrunerContract {
    @Override
    public Pruner pruner() {
      return fixed(2, 3, 1, 0);
    }

    @Override
    public int warmup() {
      return 6;
    }
  }

  private static Pruner fixed(int minResource, int factor, int rate, int bootstrap) {
    return new SuccessiveHalvingPruner(OptionalInt.of(minResource), factor, rate, bootstrap);
  }

  @Test
  void keepsTheBestHalfOfThoseAtTheRung() {
    Curves four = new Curves().running(1).running(2).running(4);
    assertThat(four.running(3).prunes(HALVES)).isTrue();
    Curves other = new Curves().running(1).running(2).running(4);
    assertThat(other.running(2).prunes(HALVES)).isFalse();
    Curves three = new Curves().running(1).running(4);
    assertThat(three.running(2).prunes(HALVES)).isTrue();
  }

  @Test
  void letsTheBestOnWhileThereAreFew() {
    assertThat(new Curves().running(5).prunes(HALVES)).isFalse();
    assertThat(new Curves().running(5).running(5).prunes(fixed(1, 4, 0, 0))).isFalse();
    assertThat(new Curves().running(5).running(6).prunes(fixed(1, 4, 0, 0))).isTrue();
  }

  @Test
  void decidesAtRungsOnly() {
    for (int steps = 1; steps <= 9; steps++) {
      double[] good = new double[9];
      double[] bad = new double[steps];
      Arrays.fill(bad, 1);
      assertThat(new Curves().complete(good).running(bad).prunes(HALVES))
          .as("%s steps", steps)
          .isEqualTo(steps == 1 || steps == 2 || steps == 4 || steps == 8);
    }
  }

  @Test
  void comparesWhatWasReportedAtTheRung() {
    Curves late = new Curves().complete(9, 9, 9, 0);
    assertThat(late.running(8).prunes(HALVES)).isFalse();
    assertThat(late.running(8, 8).prunes(HALVES)).isFalse();
    assertThat(late.running(8, 8, 8, 8).prunes(HALVES)).isTrue();
  }

  @Test
  void trialsOfAllStatesCompete() {
    for (TrialState state : TrialState.values()) {
      Curves curves = new Curves().ended(state, 1).running(2);
      assertThat(curves.prunes(HALVES)).as("%s", state).isTrue();
    }
  }

  @Test
  void delaysTheFirstRung() {
    Pruner pruner = fixed(1, 2, 2, 0);
    Curves best = new Curves().complete(0, 0, 0, 0);
    assertThat(best.running(1).prunes(pruner)).isFalse();
    assertThat(best.running(1, 1).prunes(pruner)).isFalse();
    assertThat(best.running(1, 1, 1, 1).prunes(pruner)).isTrue();
  }

  @Test
  void takesAHundredthOfTheLongestCompleteTrialForItsFirstRung() {
    double[] long300 = new double[300];
    assertThat(new Curves().running(long300).running(1, 1, 1).prunes(pruner())).isFalse();
    assertThat(new Curves().complete(long300).running(1).prunes(pruner())).isFalse();
    assertThat(new Curves().complete(long300).running(1, 1).prunes(pruner())).isFalse();
    assertThat(new Curves().complete(long300).running(1, 1, 1).prunes(pruner())).isTrue();
    assertThat(new Curves().complete(new double[9]).running(1).prunes(pruner())).isTrue();
  }

  @Test
  void endsTheFirstArrivalsWhileBootstrapping() {
    Pruner pruner = fixed(1, 2, 0, 2);
    assertThat(new Curves().running(1).prunes(pruner)).isTrue();
    assertThat(new Curves().running(9).running(1).prunes(pruner)).isTrue();
    assertThat(new Curves().running(9).running(9).running(1).prunes(pruner)).isFalse();
  }

  @Test
  void endsNanAndLeavesNanOfOthersOut() {
    double nan = Double.NaN;
    assertThat(new Curves().running(nan).prunes(HALVES)).isTrue();
    assertThat(new Curves().running(nan).running(nan).running(2).prunes(HALVES)).isFalse();
    Curves infinite = new Curves().running(Double.POSITIVE_INFINITY);
    assertThat(infinite.running(2).prunes(HALVES)).isFalse();
  }

  @Test
  void keepsTheLargestWhenMaximising() {
    Curves curves = new Curves(Direction.MAXIMIZE).running(1).running(2).running(4);
    assertThat(curves.running(3).prunes(HALVES)).isFalse();
    assertThat(curves.running(1.5).prunes(HALVES)).isTrue();
  }

  @Test
  void checksItsSettings() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> fixed(0, 2, 0, 0))
        .withMessageContaining("0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> fixed(1, 1, 0, 0))
        .withMessageContaining("1");
    assertThatIllegalArgumentException().isThrownBy(() -> fixed(1, 2, -1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> fixed(1, 2, 0, -1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SuccessiveHalvingPruner(OptionalInt.empty(), 4, 0, 3))
        .withMessageContaining("3");
  }
}
