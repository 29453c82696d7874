package org.hone.engine.data.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PixelsTest {

  @Test
  void scalingUpInterpolatesAndScalingDownLeavesNothingOut() {
    Pixels ramp = new Pixels(1, 4, 1, new byte[] {0, 40, 80, 120});
    assertThat(ramp.scaledTo(1, 2).values()).containsExactly(29, 91);
    assertThat(ramp.scaledTo(1, 8).values()).containsExactly(0, 10, 30, 50, 70, 90, 110, 120);
    byte[] point = new byte[64];
    point[27] = 127;
    byte[] small = new Pixels(8, 8, 1, point).scaledTo(2, 2).values();
    assertThat(small[0] + small[1] + small[2] + small[3]).isPositive();
    assertThat(ramp.scaledTo(1, 4)).isSameAs(ramp);
  }
}
