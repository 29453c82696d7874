package org.hone.search.pruner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.hone.search.space.Direction;
import org.hone.search.testkit.PrunerContract;
import org.hone.search.trial.TrialState;
import org.junit.jupiter.api.Test;

class WilcoxonPrunerTest implements PrunerContract {

  @Override
  public Pruner pruner() {
    return new WilcoxonPruner();
  }

  private static Curves best() {
    return new Curves().valued(9, 9, 9, 9, 9, 9).valued(5, 5, 3, 8, 1, 8);
  }

  /** All of three worse: p = 1/8; all of four: 1/16. */
  @Test
  void endsWhatIsSignificantlyWorseThanTheBest() {
    assertThat(best().running(6, 5, 9).prunes(pruner())).isFalse();
    assertThat(best().running(6, 5, 9, 5).prunes(pruner())).isTrue();
    assertThat(best().running(6, 5, 9).prunes(new WilcoxonPruner(0.13, 2))).isTrue();
    assertThat(best().running(6, 5, 9).prunes(new WilcoxonPruner(0.13, 4))).isFalse();
  }

  /** On easy instances so far: worse on each of them, yet better than the best one's mean. */
  @Test
  void sparesWhatIsNoWorseThanTheBestOnAverage() {
    Curves curves = new Curves().valued(50, 1, 2, 3, 4, 240);
    assertThat(curves.running(2, 4, 6, 8).prunes(pruner())).isFalse();
    assertThat(curves.running(2, 4, 6, 300).prunes(pruner())).isTrue();
  }

  @Test
  void comparesWhatBothHaveOnly() {
    Curves curves = new Curves().valued(0, 0, 0, 0);
    assertThat(curves.running(1, 1, 1, 1, 1).prunes(pruner())).isFalse();
    assertThat(curves.running(1, 1, 1, 1, 1).prunes(new WilcoxonPruner(0.2, 3))).isTrue();
  }

  @Test
  void needsACompleteTrial() {
    Curves curves = new Curves().ended(TrialState.PRUNED, 0, 0, 0, 0);
    assertThat(curves.running(1, 1, 1, 1).prunes(pruner())).isFalse();
    assertThat(new Curves().valued(0).running(1, 1, 1, 1).prunes(pruner())).isFalse();
  }

  @Test
  void endsNothingThatHasNanOrInfinities() {
    double nan = Double.NaN;
    double most = Double.POSITIVE_INFINITY;
    assertThat(best().running(6, 5, 9, nan).prunes(pruner())).isFalse();
    assertThat(best().running(6, 5, 9, most).prunes(pruner())).isFalse();
    Curves odd = new Curves().valued(0, 0, 0, 0, 0, nan);
    assertThat(odd.running(1, 1, 1, 1).prunes(pruner())).isFalse();
  }

  @Test
  void smallerIsWorseWhenMaximising() {
    Curves curves = new Curves(Direction.MAXIMIZE).valued(5, 5, 3, 8, 4);
    assertThat(curves.running(4, 2, 7, 3).prunes(pruner())).isTrue();
    assertThat(curves.running(6, 4, 9, 5).prunes(pruner())).isFalse();
  }

  @Test
  void checksItsSettings() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WilcoxonPruner(1.5, 2))
        .withMessageContaining("1.5");
    assertThatIllegalArgumentException().isThrownBy(() -> new WilcoxonPruner(Double.NaN, 2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WilcoxonPruner(0.1, -1))
        .withMessageContaining("-1");
  }
}
