package org.hone.plugins.augmentation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LevelsTest {
  private static final Levels BYTES = new Levels(0, 255);

  private static Image image(float... values) {
    return ImageAugmentationContract.image(values);
  }

  @Test
  void solarizedIsInvertedFromTheThresholdOn() {
    assertThat(BYTES.solarized(image(0, 127, 128, 255), 128).values())
        .containsExactly(0, 127, 127, 0);
    assertThat(BYTES.solarized(image(0, 255), 256).values()).containsExactly(0, 255);
  }

  @Test
  void levelsAreThoseOfTheDatasUnits() {
    Levels unit = new Levels(-1, 1);
    assertThat(unit.solarized(image(-1, -0.5f, 0.5f, 1), 128).values())
        .containsExactly(-1, -0.5f, -0.5f, -1);
    assertThat(unit.stretched(image(0, 0.25f, 0.5f)).values()).containsExactly(-1, 0, 1);
  }

  @Test
  void posterizedKeepsTheHighestBits() {
    assertThat(BYTES.posterized(image(0, 15, 16, 200, 255), 4).values())
        .containsExactly(0, 0, 16, 192, 240);
    assertThat(BYTES.posterized(image(129, 127), 1).values()).containsExactly(128, 0);
    assertThat(BYTES.posterized(image(1.3f), 8).values()).containsExactly(1.3f);
  }

  @Test
  void stretchedReachesFromBlackToWhiteInEachChannel() {
    Image two = new Image(new float[] {10, 20, 30, 100, 100, 100}, 2, 1, 3);
    assertThat(BYTES.stretched(two).values()).containsExactly(0, 127.5f, 255, 100, 100, 100);
  }

  @Test
  void equalizedHasItsLevelsSpreadByHowManyPixelsLieBelow() {
    assertThat(BYTES.equalized(image(0, 0, 100, 255)).values()).containsExactly(0, 0, 170, 255);
    assertThat(BYTES.equalized(image(50, 51, 52, 53)).values()).containsExactly(0, 85, 170, 255);
    assertThat(BYTES.equalized(image(7, 7)).values()).containsExactly(7, 7);
  }

  @Test
  void ofARangeOfOneNumberNothingChanges() {
    Levels flat = new Levels(3, 3);
    Image image = image(3, 3);
    assertThat(flat.solarized(image, 0)).isSameAs(image);
    assertThat(flat.posterized(image, 1)).isSameAs(image);
    assertThat(flat.stretched(image)).isSameAs(image);
    assertThat(flat.equalized(image)).isSameAs(image);
  }
}
