package org.hone.plugins.augmentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.hone.api.recipe.RandomState;
import org.hone.api.technique.Technique;
import org.junit.jupiter.api.Test;

class RandAugmentTest implements ImageAugmentationContract {
  @Override
  public Technique technique() {
    return new RandAugment();
  }

  private static final Colors COLORS = new Colors(0, 255);
  private static final Image IMAGE =
      ImageAugmentationContract.image(
          new float[] {10, 20, 30}, new float[] {40, 55, 60}, new float[] {70, 80, 90});

  /** Of those that know a magnitude: rotation, contrast, brightness, sharpness, shears, shifts. */
  private static final List<Integer> OF_TWO_DIRECTIONS = List.of(3, 7, 8, 9, 10, 11, 12, 13);

  private static float[] applied(int operation, double strength) {
    return RandAugment.OPERATIONS.get(operation).apply(IMAGE, COLORS, strength).values();
  }

  @Test
  void noOperationDoesAnythingAtMagnitudeZeroButThoseWithoutMagnitude() {
    assertThat(RandAugment.OPERATIONS).hasSize(14);
    for (int i = 0; i < 14; i++) {
      boolean always = i == 1 || i == 2;
      assertThat(Arrays.equals(applied(i, 0), IMAGE.values())).isEqualTo(!always);
    }
  }

  @Test
  void mostChangeAnImageInBothDirections() {
    for (int i : OF_TWO_DIRECTIONS) {
      assertThat(applied(i, 0.9)).isNotEqualTo(IMAGE.values()).isNotEqualTo(applied(i, -0.9));
      assertThat(applied(i, -0.9)).isNotEqualTo(IMAGE.values());
    }
    Image colored = new Image(new float[] {100, 20, 40}, 3, 1, 1);
    assertThat(RandAugment.OPERATIONS.get(5).apply(colored, COLORS, -0.9).values())
        .isNotEqualTo(colored.values());
  }

  @Test
  void solarizeInvertsFromTheThresholdOnAndPosterizeKeepsTheHighestBits() {
    // at 0.9 the threshold is level 25.6, and four bits are left
    assertThat(applied(4, 0.9)).containsExactly(10, 20, 225, 215, 200, 195, 185, 175, 165);
    assertThat(applied(4, -0.9)).isEqualTo(applied(4, 0.9));
    assertThat(applied(4, 1)).startsWith(245, 235);
    assertThat(applied(6, 0.9)).containsExactly(0, 16, 16, 32, 48, 48, 64, 80, 80);
    assertThat(applied(6, 0.3)).containsExactly(10, 20, 30, 40, 54, 60, 70, 80, 90);
    assertThat(applied(6, -1)).isEqualTo(applied(6, 0.9));
  }

  @Test
  void levelsAreStretchedAndEqualizedWhateverTheMagnitude() {
    assertThat(applied(1, 0.1)).startsWith(0).endsWith(255).isEqualTo(applied(1, -1));
    assertThat(applied(2, 0.1)).startsWith(0).endsWith(255).isEqualTo(applied(2, -1));
  }

  @Test
  void aShearMovesTheOuterRowsByTheirDistance() {
    assertThat(Warp.shear(1, 0).of(IMAGE, 0).values())
        .containsExactly(0, 10, 20, 40, 55, 60, 80, 90, 0);
  }

  @Test
  void moreOperationsChangeMoreImagesSeed1() {
    assertThat(unchanged(3)).isLessThan(unchanged(1));
  }

  /** How many of 300 draws leave the image as it is. */
  private static int unchanged(int operations) {
    RandomState random = new RandomState(1);
    int unchanged = 0;
    for (int i = 0; i < 300; i++) {
      Image image = RandAugment.changed(IMAGE, COLORS, operations, 9, random);
      unchanged += Arrays.equals(image.values(), IMAGE.values()) ? 1 : 0;
    }
    return unchanged;
  }
}
