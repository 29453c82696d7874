package org.hone.plugins.augmentation;

import static org.assertj.core.api.Assertions.assertThat;

import org.hone.api.recipe.RandomState;
import org.hone.api.technique.Technique;
import org.junit.jupiter.api.Test;

class ShiftScaleTest implements ImageAugmentationContract {
  @Override
  public Technique technique() {
    return new ShiftScale();
  }

  private static final Image IMAGE =
      ImageAugmentationContract.image(
          new float[] {1, 2, 3}, new float[] {4, 5, 6}, new float[] {7, 8, 9});

  @Test
  void aShiftByOnePixelMovesTheImageRightAndDown() {
    assertThat(Warp.shiftAndScale(1, 1, 1).of(IMAGE, 0).values())
        .containsExactly(0, 0, 0, 0, 1, 2, 0, 4, 5);
  }

  @Test
  void aShiftByHalfAPixelIsTheMeanOfTwo() {
    assertThat(Warp.shiftAndScale(0.5, 0, 1).of(IMAGE, 0).values())
        .containsExactly(0.5f, 1.5f, 2.5f, 2, 4.5f, 5.5f, 3.5f, 7.5f, 8.5f);
  }

  @Test
  void anImageTwiceAsLargeShowsItsMiddle() {
    assertThat(Warp.shiftAndScale(0, 0, 2).of(IMAGE, 0).values())
        .containsExactly(3, 3.5f, 4, 4.5f, 5, 5.5f, 6, 6.5f, 7);
  }

  @Test
  void withoutStrengthItIsTheImage() {
    assertThat(ShiftScale.moved(IMAGE, 0, 0, new RandomState(1)).values())
        .isEqualTo(IMAGE.values());
  }
}
