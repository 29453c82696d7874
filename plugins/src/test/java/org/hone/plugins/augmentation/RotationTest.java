package org.hone.plugins.augmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.hone.api.recipe.Batch;
import org.hone.api.technique.Technique;
import org.hone.plugins.Trial;
import org.junit.jupiter.api.Test;

class RotationTest implements ImageAugmentationContract {
  @Override
  public Technique technique() {
    return new Rotation();
  }

  private static final Image IMAGE =
      ImageAugmentationContract.image(
          new float[] {1, 2, 3}, new float[] {4, 5, 6}, new float[] {7, 8, 9});

  @Test
  void aRightAngleTurnsToTheLeft() {
    assertThat(Warp.rotation(90).of(IMAGE, 0).values())
        .containsExactly(new float[] {3, 6, 9, 2, 5, 8, 1, 4, 7}, within(1e-5f));
  }

  @Test
  void noAngleIsTheImage() {
    assertThat(Warp.rotation(0).of(IMAGE, 0).values()).isEqualTo(IMAGE.values());
  }

  @Test
  void halfARightAngleReadsBetweenThePixelsAndBeyondTheRim() {
    float[] turned = Warp.rotation(45).of(IMAGE, 0).values();
    double beside = Math.sqrt(2) - 1;
    assertThat(turned[4]).isEqualTo(5);
    assertThat(turned[0])
        .as("2 from between it and the rim")
        .isEqualTo((float) (2 * (1 - beside)), within(1e-5f));
  }

  @Test
  void anglesStayWithinTheDegreesSeed1() {
    Batch given = ImageAugmentationContract.images();
    Batch changed = Augmented.batch(technique(), Trial.IMAGES, Map.of("degrees", 1.0), given);
    assertThat(changed.features().slice(0)).isNotEqualTo(given.features().slice(0));
    double centre = changed.features().getDouble(0, 0, 2, 2);
    assertThat(centre).isEqualTo(given.features().getDouble(0, 0, 2, 2), within(2.0));
  }
}
