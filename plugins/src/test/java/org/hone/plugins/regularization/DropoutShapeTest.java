package org.hone.plugins.regularization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DropoutShapeTest {
  private static double[] shares(DropoutShape shape, int layers) {
    return IntStream.range(0, layers).mapToDouble(layer -> shape.at(layer, layers)).toArray();
  }

  @Test
  void eachHasItsForm() {
    assertThat(shares(DropoutShape.BRICK, 3)).containsExactly(1, 1, 1);
    assertThat(shares(DropoutShape.FUNNEL, 4)).containsExactly(1, 0.75, 0.5, 0.25);
    assertThat(shares(DropoutShape.TRIANGLE, 4)).containsExactly(0.25, 0.5, 0.75, 1);
    assertThat(shares(DropoutShape.LONG_FUNNEL, 4)).containsExactly(1, 1, 1, 0.5);
    assertThat(shares(DropoutShape.STAIRS, 4)).containsExactly(1, 1, 0.5, 0.5);
    assertThat(shares(DropoutShape.HEXAGON, 6)).containsExactly(0.5, 1, 1, 1, 2.0 / 3, 1.0 / 3);
    assertThat(shares(DropoutShape.DIAMOND, 4)).containsExactly(0.5, 1, 2.0 / 3, 1.0 / 3);
  }

  @Test
  void noneIsEverMoreThanTheWholeOrNothing() {
    for (DropoutShape shape : DropoutShape.values()) {
      for (int layers = 1; layers < 12; layers++) {
        for (double share : shares(shape, layers)) {
          assertThat(share).isGreaterThan(0).isLessThanOrEqualTo(1);
        }
      }
      assertThat(DropoutShape.of(shape.id())).isEqualTo(shape);
    }
  }
}
