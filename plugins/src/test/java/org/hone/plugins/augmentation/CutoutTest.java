package org.hone.plugins.augmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.hone.api.recipe.Batch;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.TechniqueContract;
import org.hone.plugins.Trial;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

class CutoutTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new Cutout();
  }

  @Test
  void thePatchIsBlankAndAboutAsLargeAsAskedSeed1() {
    for (long[] row : new long[][] {{400}, {2, 400}}) {
      Batch batch =
          Augmented.batch(
              technique(),
              Trial.CLASSES,
              Map.of("share", 0.3, "probability", 1.0),
              Augmented.counted(5, row));
      for (int i = 0; i < 5; i++) {
        double blank =
            batch.features().slice(i).eq(0).castTo(DataType.FLOAT).meanNumber().doubleValue();
        assertThat(blank).isEqualTo(0.3, within(0.1));
      }
    }
    Batch images =
        Augmented.batch(
            technique(),
            Trial.IMAGES,
            Map.of("share", 0.25, "probability", 1.0),
            Augmented.counted(50, 1, 20, 20));
    double blank = images.features().eq(0).castTo(DataType.FLOAT).meanNumber().doubleValue();
    assertThat(blank).as("cut off at the rim").isBetween(0.1, 0.25);
  }

  @Test
  void labelsAndTheGivenBatchStayAsTheyAre() {
    Batch given = Augmented.counted(5, 10);
    INDArray before = given.features().dup();
    Batch batch = Augmented.batch(technique(), Trial.CLASSES, Map.of("share", 0.5), given);
    assertThat(batch.labels()).isEqualTo(given.labels());
    assertThat(given.features()).isEqualTo(before);
  }
}
