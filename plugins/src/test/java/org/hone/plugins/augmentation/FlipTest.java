package org.hone.plugins.augmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.hone.api.recipe.Batch;
import org.hone.api.technique.Technique;
import org.hone.plugins.Trial;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class FlipTest implements ImageAugmentationContract {
  @Override
  public Technique technique() {
    return new Flip();
  }

  private static final Image IMAGE =
      ImageAugmentationContract.image(new float[] {1, 2, 3}, new float[] {4, 5, 6});

  @Test
  void leftAndRightChangePlaces() {
    assertThat(Flip.mirrored(IMAGE).values()).containsExactly(3, 2, 1, 6, 5, 4);
  }

  @Test
  void twiceIsAsBefore() {
    assertThat(Flip.mirrored(Flip.mirrored(IMAGE)).values()).isEqualTo(IMAGE.values());
  }

  @Test
  void aboutAsManyAsAskedAreFlippedSeed1() {
    INDArray row = Nd4j.createFromArray(0f, 1f).reshape(1, 1, 1, 2);
    Batch given = Batch.of(Nd4j.tile(row, 400, 1, 1, 1), Nd4j.ones(400, 1));
    Batch changed = Augmented.batch(technique(), Trial.IMAGES, Map.of("probability", 0.3), given);
    double flipped = changed.features().reshape(400, 2).getColumn(0).meanNumber().doubleValue();
    assertThat(flipped).isEqualTo(0.3, within(0.08));
  }
}
