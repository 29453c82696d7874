package org.hone.plugins.augmentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.hone.api.recipe.Batch;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.TechniqueContract;
import org.hone.plugins.Noise;
import org.hone.plugins.Trial;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What every augmentation of images promises. */
interface ImageAugmentationContract extends TechniqueContract {

  /** Ten images of noise above 0, as pixels are. */
  static Batch images() {
    INDArray noise = Noise.normal(new org.hone.api.recipe.RandomState(3), 20, 10, 1, 6, 6);
    return Batch.of(noise.addi(100), Nd4j.eye(10).castTo(DataType.FLOAT));
  }

  /** An image of one channel. */
  static Image image(float[]... rows) {
    float[] values = new float[rows.length * rows[0].length];
    for (int row = 0; row < rows.length; row++) {
      System.arraycopy(rows[row], 0, values, row * rows[0].length, rows[row].length);
    }
    return new Image(values, 1, rows.length, rows[0].length);
  }

  @Test
  default void onlyImagesAreChangedAndOnlyTheirFeaturesSeed1() {
    Technique technique = technique();
    Batch given = images();
    INDArray before = given.features().dup();
    Batch changed = Augmented.batch(technique, Trial.IMAGES, Map.of(), given);
    assertThat(technique.appliesTo(Trial.CLASSES)).isFalse();
    assertThat(given.features()).isEqualTo(before);
    assertThat(changed.labels()).isEqualTo(given.labels());
    assertThat(changed.features()).isNotEqualTo(before);
    assertThat(changed.features().shape()).isEqualTo(before.shape());
    assertThat(changed.features().dataType()).isEqualTo(before.dataType());
  }

  @Test
  default void theSameSeedGivesTheSameImages() {
    Batch one = Augmented.batch(technique(), Trial.IMAGES, Map.of(), images());
    Batch other = Augmented.batch(technique(), Trial.IMAGES, Map.of(), images());
    assertThat(one.features()).isEqualTo(other.features());
  }

  @Test
  default void eachImageIsChangedInItsOwnWay() {
    INDArray all = Nd4j.zeros(DataType.FLOAT, 10, 1, 6, 6);
    all.addi(Noise.normal(new org.hone.api.recipe.RandomState(4), 20, 1, 1, 6, 6).addi(100));
    Batch same = Batch.of(all, Nd4j.eye(10).castTo(DataType.FLOAT));
    INDArray changed = Augmented.batch(technique(), Trial.IMAGES, Map.of(), same).features();
    int unlike = 0;
    for (int i = 1; i < 10; i++) {
      unlike += changed.slice(i).equals(changed.slice(0)) ? 0 : 1;
    }
    assertThat(unlike).isPositive();
  }
}
