package org.hone.plugins.augmentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.hone.api.recipe.RandomState;
import org.hone.api.technique.Technique;
import org.junit.jupiter.api.Test;

class CropTest implements ImageAugmentationContract {
  @Override
  public Technique technique() {
    return new Crop();
  }

  private static final Image IMAGE =
      ImageAugmentationContract.image(
          new float[] {1, 2, 3, 4},
          new float[] {5, 6, 7, 8},
          new float[] {9, 10, 11, 12},
          new float[] {13, 14, 15, 16});

  @Test
  void everyCropOfThePaddedImageComesUpSeed1() {
    RandomState random = new RandomState(1);
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 200; i++) {
      seen.add(Crop.cropped(IMAGE, 0.25, random).toString());
    }
    assertThat(seen)
        .hasSize(9)
        .contains(
            IMAGE.toString(),
            "[0.0, 0.0, 0.0, 0.0, 0.0, 1.0, 2.0, 3.0,"
                + " 0.0, 5.0, 6.0, 7.0, 0.0, 9.0, 10.0, 11.0]",
            "[6.0, 7.0, 8.0, 0.0, 10.0, 11.0, 12.0, 0.0,"
                + " 14.0, 15.0, 16.0, 0.0, 0.0, 0.0, 0.0, 0.0]");
  }

  @Test
  void withoutPaddingItIsTheImage() {
    assertThat(Crop.cropped(IMAGE, 0, new RandomState(1)).values()).isEqualTo(IMAGE.values());
  }
}
