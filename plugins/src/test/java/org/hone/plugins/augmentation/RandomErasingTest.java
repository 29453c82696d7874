package org.hone.plugins.augmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.hone.api.recipe.Batch;
import org.hone.api.recipe.RandomState;
import org.hone.api.technique.Technique;
import org.hone.plugins.Trial;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class RandomErasingTest implements ImageAugmentationContract {
  @Override
  public Technique technique() {
    return new RandomErasing();
  }

  @Test
  void aRectangleIsErasedAndNoMoreThanItsAreaSeed1() {
    RandomState random = new RandomState(1);
    Image blank = new Image(new float[2 * 20 * 30], 2, 20, 30);
    double largest = 0;
    for (int i = 0; i < 200; i++) {
      Image erased = RandomErasing.erased(blank, 0.4, random);
      int[] box = {20, -1, 30, -1};
      int cells = 0;
      for (int row = 0; row < 20; row++) {
        for (int column = 0; column < 30; column++) {
          if (erased.at(0, row, column) != 0) {
            assertThat(erased.at(1, row, column)).isNotZero();
            cells++;
            box[0] = Math.min(box[0], row);
            box[1] = Math.max(box[1], row);
            box[2] = Math.min(box[2], column);
            box[3] = Math.max(box[3], column);
          }
        }
      }
      assertThat(cells).isEqualTo((box[1] - box[0] + 1) * (box[3] - box[2] + 1));
      largest = Math.max(largest, cells / 600.0);
    }
    assertThat(largest).isBetween(0.3, 0.45);
  }

  @Test
  void aboutAsManyAsAskedAreErasedSeed1() {
    Batch given = Batch.of(Nd4j.zeros(DataType.FLOAT, 400, 1, 4, 4), Nd4j.ones(400, 1));
    Batch changed = Augmented.batch(technique(), Trial.IMAGES, Map.of("probability", 0.3), given);
    INDArray touched = changed.features().reshape(400, 16).amax(1).gt(0).castTo(DataType.FLOAT);
    assertThat(touched.meanNumber().doubleValue()).isEqualTo(0.3, within(0.08));
  }
}
