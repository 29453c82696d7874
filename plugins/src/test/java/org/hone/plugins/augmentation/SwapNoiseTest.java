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
import org.nd4j.linalg.factory.Nd4j;

class SwapNoiseTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new SwapNoise();
  }

  @Test
  void cellsComeFromTheSameColumnOfOtherRowsSeed1() {
    INDArray columns = Nd4j.arange(4).castTo(DataType.FLOAT).mul(1000);
    Batch counted = Augmented.counted(100, 4);
    Batch given = counted.withFeatures(counted.features().addRowVector(columns));
    Batch swapped = Augmented.batch(technique(), Trial.CLASSES, Map.of("probability", 0.2), given);
    INDArray changed = swapped.features().neq(given.features()).castTo(DataType.FLOAT);
    assertThat(changed.meanNumber().doubleValue()).isEqualTo(0.2, within(0.08));
    for (int column = 0; column < 4; column++) {
      INDArray values = swapped.features().getColumn(column);
      assertThat(values.minNumber().doubleValue()).isGreaterThan(1000 * column);
      assertThat(values.maxNumber().doubleValue()).isLessThan(1000 * column + 101);
    }
  }
}
