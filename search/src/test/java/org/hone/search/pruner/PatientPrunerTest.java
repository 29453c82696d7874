package org.hone.search.pruner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.hone.search.space.Direction;
import org.hone.search.testkit.PrunerContract;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;
import org.junit.jupiter.api.Test;

class PatientPrunerTest implements PrunerContract {

  @Override
  public Pruner pruner() {
    return new PatientPruner();
  }

  private static Pruner alone(int patience, double minDelta) {
    return new PatientPruner(Optional.empty(), patience, minDelta);
  }

  @Test
  void waitsWhileATrialImproves() {
    assertThat(new Curves().running(3, 2, 1).prunes(alone(0, 0))).isFalse();
    assertThat(new Curves().running(3, 2, 2.5).prunes(alone(0, 0))).isTrue();
    assertThat(new Curves().running(3, 2, 2).prunes(alone(0, 0))).isFalse();
  }

  @Test
  void waitsAsLongAsItsPatience() {
    Pruner pruner = alone(2, 0);
    assertThat(new Curves().running(1, 2, 2).prunes(pruner)).isFalse();
    assertThat(new Curves().running(1, 2, 2, 2).prunes(pruner)).isTrue();
    assertThat(new Curves().running(1, 0.5, 2, 2).prunes(pruner)).isFalse();
    assertThat(new Curves().running(1, 0.5, 2, 2, 2).prunes(pruner)).isTrue();
  }

  @Test
  void toleratesSmallChanges() {
    assertThat(new Curves().running(1, 1.5).prunes(alone(0, 0.5))).isFalse();
    assertThat(new Curves().running(1, 1.75).prunes(alone(0, 0.5))).isTrue();
  }

  @Test
  void improvesUpwardsWhenMaximising() {
    assertThat(new Curves(Direction.MAXIMIZE).running(1, 2).prunes(alone(0, 0))).isFalse();
    assertThat(new Curves(Direction.MAXIMIZE).running(2, 1).prunes(alone(0, 0))).isTrue();
  }

  @Test
  void leavesTheDecisionToTheOtherPruner() {
    Pruner never = new PatientPruner(new NopPruner(), 0);
    assertThat(new Curves().running(1, 9).prunes(never)).isFalse();
    Pruner median = new PatientPruner(new MedianPruner(1, 0, 1), 0);
    assertThat(new Curves().complete(1, 1).running(9, 8).prunes(median)).isFalse();
    assertThat(new Curves().complete(1, 1).running(8, 9).prunes(median)).isTrue();
    assertThat(new Curves().complete(9, 9).running(8, 9).prunes(median)).isFalse();
  }

  @Test
  void leavesNanOut() {
    double nan = Double.NaN;
    assertThat(new Curves().running(nan, 9).prunes(alone(0, 0))).isFalse();
    assertThat(new Curves().running(1, nan).prunes(alone(0, 0))).isFalse();
    assertThat(new Curves().running(1, nan, 2).prunes(alone(1, 0))).isTrue();
    assertThat(new Curves().running(1, Double.POSITIVE_INFINITY).prunes(alone(0, 0))).isTrue();
  }

  @Test
  void waitsWhileAnyOfSeveralObjectivesImproves() {
    double[] first = {1, 1};
    TrialRecord better = Curves.pairs(0, TrialState.RUNNING, first, new double[] {2, 3});
    TrialRecord worse = Curves.pairs(0, TrialState.RUNNING, first, new double[] {2, 0.5});
    assertThat(alone(0, 0).shouldPrune(Curves.ofPairs(List.of(better)), better)).isFalse();
    assertThat(alone(0, 0).shouldPrune(Curves.ofPairs(List.of(worse)), worse)).isTrue();
  }

  @Test
  void checksItsSettings() {
    assertThatIllegalArgumentException().isThrownBy(() -> alone(-1, 0)).withMessageContaining("-1");
    assertThatIllegalArgumentException().isThrownBy(() -> alone(1, -0.1));
    assertThatIllegalArgumentException().isThrownBy(() -> alone(1, Double.NaN));
  }
}
