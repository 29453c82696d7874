package org.hone.plugins.augmentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
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
          new float[] {10, 20, 30}, new float[] {40, 50, 60}, new float[] {70, 80, 90});

  @Test
  void noOperationDoesAnythingAtMagnitudeZero() {
    for (RandAugment.Operation operation : RandAugment.OPERATIONS) {
      assertThat(operation.apply(IMAGE, COLORS, 0).values()).isEqualTo(IMAGE.values());
    }
  }

  @Test
  void allButTheFirstAndColorChangeAGreyImageInBothDirections() {
    int last = RandAugment.OPERATIONS.size() - 1;
    for (int i = 1; i < last; i++) {
      float[] one = RandAugment.OPERATIONS.get(i).apply(IMAGE, COLORS, 0.9).values();
      float[] other = RandAugment.OPERATIONS.get(i).apply(IMAGE, COLORS, -0.9).values();
      assertThat(one).isNotEqualTo(IMAGE.values()).isNotEqualTo(other);
      assertThat(other).isNotEqualTo(IMAGE.values());
    }
    Image colored = new Image(new float[] {100, 20, 40}, 3, 1, 1);
    assertThat(RandAugment.OPERATIONS.get(last).apply(colored, COLORS, -0.9).values())
        .isNotEqualTo(colored.values());
  }

  @Test
  void aShearMovesTheOuterRowsByTheirDistance() {
    assertThat(Warp.shear(1, 0).of(IMAGE, 0).values())
        .containsExactly(0, 10, 20, 40, 50, 60, 80, 90, 0);
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
