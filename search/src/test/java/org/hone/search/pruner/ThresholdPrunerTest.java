package org.hone.search.pruner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.hone.search.testkit.PrunerContract;
import org.junit.jupiter.api.Test;

class ThresholdPrunerTest implements PrunerContract {

  @Override
  public Pruner pruner() {
    return new ThresholdPruner();
  }

  @Test
  void endsWhatLeavesItsBounds() {
    Pruner pruner = new ThresholdPruner(-1, 2);
    assertThat(new Curves().running(-1).prunes(pruner)).isFalse();
    assertThat(new Curves().running(2).prunes(pruner)).isFalse();
    assertThat(new Curves().running(0, -1.1).prunes(pruner)).isTrue();
    assertThat(new Curves().running(0, 2.1).prunes(pruner)).isTrue();
    assertThat(new Curves().running(0, Double.POSITIVE_INFINITY).prunes(pruner)).isTrue();
  }

  @Test
  void endsNanWithoutBounds() {
    assertThat(new Curves().running(Double.NaN).prunes(pruner())).isTrue();
    assertThat(new Curves().running(Double.POSITIVE_INFINITY).prunes(pruner())).isFalse();
    assertThat(new Curves().running(Double.NaN, 1).prunes(pruner())).isFalse();
  }

  @Test
  void looksOncePerIntervalAfterTheWarmup() {
    Pruner pruner = new ThresholdPruner(0, 1, 2, 2);
    assertThat(new Curves().running(9).prunes(pruner)).isFalse();
    assertThat(new Curves().running(9, 9).prunes(pruner)).isTrue();
    assertThat(new Curves().running(9, 9, 9).prunes(pruner)).isFalse();
    assertThat(new Curves().running(9, 9, 9, 9).prunes(pruner)).isTrue();
  }

  @Test
  void checksItsSettings() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ThresholdPruner(2, 1))
        .withMessageContaining("2.0 and 1.0");
    assertThatIllegalArgumentException().isThrownBy(() -> new ThresholdPruner(Double.NaN, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new ThresholdPruner(0, 1, -1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new ThresholdPruner(0, 1, 0, 0));
  }
}
