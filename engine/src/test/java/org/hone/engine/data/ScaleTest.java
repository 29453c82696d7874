package org.hone.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScaleTest {

  @Test
  void areThoseOfThePopulation() {
    assertThat(ScalingMethod.STANDARD.of(new float[] {1, 2, 3, 4}))
        .isEqualTo(new Scale(2.5, Math.sqrt(1.25)));
  }

  @Test
  void areExactForConstants() {
    float[] values = new float[1000];
    java.util.Arrays.fill(values, 0.1f);
    Scale scale = ScalingMethod.STANDARD.of(values);
    assertThat(scale).isEqualTo(new Scale(0.1f, 0));
    assertThat(scale.factor()).isZero();
  }

  @Test
  void keepTheirDigitsFarFromZero() {
    Scale scale = ScalingMethod.STANDARD.of(new float[] {8_000_001, 8_000_002, 8_000_003});
    assertThat(scale.center()).isEqualTo(8_000_002);
    assertThat(scale.spread()).isCloseTo(Math.sqrt(2.0 / 3), within(1e-12));
  }

  @Test
  void takeValuesTooSmallToDivideByForConstants() {
    assertThat(ScalingMethod.STANDARD.of(new float[] {0, Float.MIN_VALUE}).factor()).isZero();
  }

  @Test
  void ofHugeValuesAreFinite() {
    Scale scale = ScalingMethod.STANDARD.of(new float[] {-Float.MAX_VALUE, Float.MAX_VALUE});
    assertThat(scale.center()).isZero();
    assertThat(scale.spread()).isEqualTo(Float.MAX_VALUE);
  }

  @Test
  void poolAsIfTakenTogether() {
    Scale pooled =
        Scale.pooled(
            List.of(
                ScalingMethod.STANDARD.of(new float[] {1, 2, 9}),
                ScalingMethod.STANDARD.of(new float[] {4, 4, 4}),
                ScalingMethod.STANDARD.of(new float[] {-5, 0, 3})));
    Scale together = ScalingMethod.STANDARD.of(new float[] {1, 2, 9, 4, 4, 4, -5, 0, 3});
    assertThat(pooled.center()).isCloseTo(together.center(), within(1e-12));
    assertThat(pooled.spread()).isCloseTo(together.spread(), within(1e-12));
  }

  @Test
  void minMaxGoesFromZeroToOne() {
    Scale scale = ScalingMethod.MIN_MAX.of(new float[] {4, -1, 3});
    assertThat(scale).isEqualTo(new Scale(-1, 5));
  }

  @Test
  void robustIsNotMovedByAnOutlier() {
    float[] values = {1, 2, 3, 4, 5};
    float[] outlier = {1, 2, 3, 4, 5e9f};
    assertThat(ScalingMethod.ROBUST.of(values)).isEqualTo(new Scale(3, 2));
    assertThat(ScalingMethod.ROBUST.of(outlier)).isEqualTo(new Scale(3, 2));
  }

  @Test
  void robustOfMostlyEqualValuesTakesTheDeviation() {
    Scale scale = ScalingMethod.ROBUST.of(new float[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 10});
    assertThat(scale).isEqualTo(new Scale(0, 3));
  }

  @Test
  void noneLeavesValuesAsTheyAre() {
    assertThat(ScalingMethod.NONE.of(new float[] {4, -1, 3})).isEqualTo(Scale.NONE);
    assertThat(ScalingMethod.NONE.of(new float[] {4, 4})).isEqualTo(Scale.NONE);
  }

  @Test
  void constantsHaveNoSpread() {
    assertThat(ScalingMethod.MIN_MAX.of(new float[] {4, 4})).isEqualTo(new Scale(4, 0));
    assertThat(ScalingMethod.ROBUST.of(new float[] {4, 4})).isEqualTo(new Scale(4, 0));
  }

  @Test
  void quantilesLieBetweenValues() {
    float[] sorted = {0, 10, 20, 40};
    assertThat(ScalingMethod.quantile(sorted, 0)).isZero();
    assertThat(ScalingMethod.quantile(sorted, 0.5)).isEqualTo(15);
    assertThat(ScalingMethod.quantile(sorted, 1)).isEqualTo(40);
  }
}
