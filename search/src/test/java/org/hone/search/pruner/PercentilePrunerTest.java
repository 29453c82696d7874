package org.hone.search.pruner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.hone.search.space.Direction;
import org.hone.search.testkit.PrunerContract;
import org.junit.jupiter.api.Test;

class PercentilePrunerTest implements PrunerContract {

  @Override
  public Pruner pruner() {
    return new PercentilePruner();
  }

  private static Curves oneToFive() {
    return new Curves().complete(1).complete(2).complete(3).complete(4).complete(5);
  }

  @Test
  void keepsTheBestShare() {
    assertThat(oneToFive().running(2).prunes(new PercentilePruner(25))).isFalse();
    assertThat(oneToFive().running(2.01).prunes(new PercentilePruner(25))).isTrue();
    assertThat(oneToFive().running(4).prunes(new PercentilePruner(75))).isFalse();
    assertThat(oneToFive().running(4.01).prunes(new PercentilePruner(75))).isTrue();
  }

  /** A tenth of the way from the first of five to the last lies at 1.4. */
  @Test
  void interpolatesBetweenNeighbours() {
    assertThat(oneToFive().running(1.39).prunes(new PercentilePruner(10))).isFalse();
    assertThat(oneToFive().running(1.41).prunes(new PercentilePruner(10))).isTrue();
  }

  @Test
  void keepsTheBestShareWhenMaximising() {
    Curves curves = new Curves(Direction.MAXIMIZE);
    curves.complete(1).complete(2).complete(3).complete(4).complete(5).running(3.9);
    assertThat(curves.prunes(new PercentilePruner(25))).isTrue();
    assertThat(curves.running(4).prunes(new PercentilePruner(25))).isFalse();
  }

  @Test
  void goesOnWhereTooFewHaveReported() {
    Curves curves = oneToFive().complete(1, 1).complete(1, 1).running(9, 9);
    assertThat(curves.prunes(new PercentilePruner(50, 5, 0, 1, 2))).isTrue();
    assertThat(curves.prunes(new PercentilePruner(50, 5, 0, 1, 3))).isFalse();
  }

  @Test
  void endpointsAreTheBestAndTheWorst() {
    assertThat(oneToFive().running(1).prunes(new PercentilePruner(0))).isFalse();
    assertThat(oneToFive().running(1.1).prunes(new PercentilePruner(0))).isTrue();
    assertThat(oneToFive().running(5).prunes(new PercentilePruner(100))).isFalse();
  }

  @Test
  void checksItsSettings() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PercentilePruner(Double.NaN))
        .withMessageContaining("NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PercentilePruner(100.1))
        .withMessageContaining("100.1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PercentilePruner(50, 5, 0, 1, 0))
        .withMessageContaining("0");
  }
}
