package org.hone.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class MomentsTest {

  @Test
  void areThoseOfThePopulation() {
    assertThat(Moments.of(new float[] {1, 2, 3, 4})).isEqualTo(new Moments(2.5, Math.sqrt(1.25)));
  }

  @Test
  void areExactForConstants() {
    float[] values = new float[1000];
    java.util.Arrays.fill(values, 0.1f);
    Moments moments = Moments.of(values);
    assertThat(moments).isEqualTo(new Moments(0.1f, 0));
    assertThat(moments.factor()).isZero();
  }

  @Test
  void keepTheirDigitsFarFromZero() {
    Moments moments = Moments.of(new float[] {8_000_001, 8_000_002, 8_000_003});
    assertThat(moments.mean()).isEqualTo(8_000_002);
    assertThat(moments.deviation()).isCloseTo(Math.sqrt(2.0 / 3), within(1e-12));
  }

  @Test
  void takeValuesTooSmallToDivideByForConstants() {
    assertThat(Moments.of(new float[] {0, Float.MIN_VALUE}).factor()).isZero();
  }

  @Test
  void ofHugeValuesAreFinite() {
    Moments moments = Moments.of(new float[] {-Float.MAX_VALUE, Float.MAX_VALUE});
    assertThat(moments.mean()).isZero();
    assertThat(moments.deviation()).isEqualTo(Float.MAX_VALUE);
  }

  @Test
  void poolAsIfTakenTogether() {
    Moments pooled =
        Moments.pooled(
            List.of(
                Moments.of(new float[] {1, 2, 9}),
                Moments.of(new float[] {4, 4, 4}),
                Moments.of(new float[] {-5, 0, 3})));
    Moments together = Moments.of(new float[] {1, 2, 9, 4, 4, 4, -5, 0, 3});
    assertThat(pooled.mean()).isCloseTo(together.mean(), within(1e-12));
    assertThat(pooled.deviation()).isCloseTo(together.deviation(), within(1e-12));
  }
}
