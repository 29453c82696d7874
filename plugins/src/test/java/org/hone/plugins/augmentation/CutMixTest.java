package org.hone.plugins.augmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.hone.api.recipe.Batch;
import org.hone.api.recipe.Recipe;
import org.hone.api.recipe.Run;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.TechniqueContract;
import org.hone.plugins.Trial;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.Sgd;

class CutMixTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new CutMix();
  }

  private Batch mixed(long... row) {
    return Augmented.batch(
        technique(),
        row.length == 1 ? Trial.CLASSES : Trial.IMAGES,
        Map.of("alpha", 1.0, "probability", 1.0),
        Augmented.counted(6, row));
  }

  @Test
  void labelsAreMixedByTheAreaThatWasCut() {
    for (long[] row : new long[][] {{40}, {3, 20}, {2, 8, 8}}) {
      Batch batch = mixed(row);
      for (int i = 0; i < 6; i++) {
        double own =
            batch.features().slice(i).eq(i + 1).castTo(DataType.FLOAT).meanNumber().doubleValue();
        double label = batch.labels().getDouble(i, i);
        assertThat(label).isEqualTo(own, within(1e-5));
        assertThat(batch.labels().getRow(i).sumNumber().doubleValue()).isEqualTo(1, within(1e-5));
      }
    }
  }

  @Test
  void withoutLuckABatchIsLeftAsItIs() {
    Batch batch = Augmented.counted(6, 4);
    int same = 0;
    Recipe recipe =
        Trial.with(
            technique(),
            Trial.recipe(Trial.CLASSES, new Sgd(1)),
            Trial.CLASSES,
            Map.of("probability", 0.5));
    Run run = Augmented.run();
    for (int i = 0; i < 200; i++) {
      same += recipe.feed().batches().get(0).apply(batch, run).equals(batch) ? 1 : 0;
    }
    assertThat(same).isBetween(60, 140);
  }
}
