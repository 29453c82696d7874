package org.hone.plugins.augmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hone.api.recipe.Batch;
import org.hone.api.recipe.RandomState;
import org.hone.api.technique.Technique;
import org.hone.plugins.Trial;
import org.junit.jupiter.api.Test;

class ColorJitterTest implements ImageAugmentationContract {
  @Override
  public Technique technique() {
    return new ColorJitter();
  }

  private static final Colors COLORS = new Colors(0, 255);
  private static final Image PIXELS = new Image(new float[] {100, 50, 20, 10, 40, 30}, 3, 1, 2);

  @Test
  void brightnessMultipliesWithinTheRange() {
    assertThat(COLORS.brightness(PIXELS, 1.5).values()).containsExactly(150, 75, 30, 15, 60, 45);
    assertThat(COLORS.brightness(PIXELS, 3).values()[0]).isEqualTo(255);
  }

  @Test
  void contrastGoesToTheMeanGrey() {
    float[] flat = COLORS.contrast(PIXELS, 0).values();
    double first = 0.299 * 100 + 0.587 * 20 + 0.114 * 40;
    double second = 0.299 * 50 + 0.587 * 10 + 0.114 * 30;
    for (float value : flat) {
      assertThat((double) value).isEqualTo((first + second) / 2, within(1e-4));
    }
  }

  @Test
  void colorGoesToEachPixelsOwnGrey() {
    float[] grey = COLORS.color(PIXELS, 0).values();
    double first = 0.299 * 100 + 0.587 * 20 + 0.114 * 40;
    assertThat((double) grey[0]).isEqualTo(first, within(1e-4));
    assertThat(grey[2]).isEqualTo(grey[0]).isEqualTo(grey[4]);
    Image single = ImageAugmentationContract.image(new float[] {3, 9});
    assertThat(COLORS.color(single, 0).values()).containsExactly(3, 9);
  }

  @Test
  void sharpnessGoesAwayFromTheSmoothedImageAndLeavesTheRim() {
    Image dot =
        ImageAugmentationContract.image(
            new float[] {0, 0, 0}, new float[] {0, 130, 0}, new float[] {0, 0, 0});
    assertThat(COLORS.sharpness(dot, 0).values()).containsExactly(0, 0, 0, 0, 50, 0, 0, 0, 0);
    assertThat(COLORS.sharpness(dot, 1.5).values()[4]).isEqualTo(170);
    assertThat(COLORS.sharpness(dot, 1).values()).isEqualTo(dot.values());
  }

  @Test
  void factorsOfOneLeaveTheImageAsItIs() {
    double[] nothing = {0, 0, 0};
    assertThat(ColorJitter.jittered(PIXELS, COLORS, nothing, new RandomState(1)).values())
        .isEqualTo(PIXELS.values());
  }

  @Test
  void theRangeIsWhatTheBatchShows() {
    Batch batch = ImageAugmentationContract.images();
    assertThat(Colors.of(batch).black()).isZero();
    assertThat(Colors.of(batch).white()).isEqualTo(batch.features().maxNumber().floatValue());
    Batch centred = batch.withFeatures(batch.features().sub(100));
    assertThat(Colors.of(centred).black()).isEqualTo(centred.features().minNumber().floatValue());
  }

  @Test
  void imagesOfOneChannelHaveNoColor() {
    assertThat(technique().parameters(Trial.IMAGES).contains("color")).isFalse();
  }
}
