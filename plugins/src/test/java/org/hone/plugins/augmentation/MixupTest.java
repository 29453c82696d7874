package org.hone.plugins.augmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.hone.api.recipe.Batch;
import org.hone.api.recipe.RandomState;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.TechniqueContract;
import org.hone.plugins.Noise;
import org.hone.plugins.Trial;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class MixupTest implements TechniqueContract {
  @Override
  public Technique technique() {
    return new Mixup();
  }

  @Test
  void featuresAndLabelsAreMixedByTheSameShares() {
    Batch mixed =
        Augmented.batch(technique(), Trial.CLASSES, Map.of("alpha", 1.0), Augmented.counted(8, 4));
    for (int row = 0; row < 8; row++) {
      INDArray labels = mixed.labels().getRow(row);
      double expected = 0;
      for (int k = 0; k < 8; k++) {
        expected += labels.getDouble(k) * (k + 1);
      }
      assertThat(labels.sumNumber().doubleValue()).isEqualTo(1, within(1e-6));
      assertThat(mixed.features().getDouble(row, 2)).isEqualTo(expected, within(1e-5));
    }
    assertThat(mixed.labels()).isNotEqualTo(Nd4j.eye(8).castTo(DataType.FLOAT));
  }

  @Test
  void lambdaIsOfTheBetaDistributionSeed1() {
    RandomState random = new RandomState(1);
    for (double alpha : new double[] {0.2, 1, 2}) {
      double[] draws =
          IntStream.range(0, 20_000).mapToDouble(i -> Noise.beta(random, alpha)).toArray();
      double mean = Arrays.stream(draws).average().orElseThrow();
      double variance =
          Arrays.stream(draws).map(x -> (x - 0.5) * (x - 0.5)).average().orElseThrow();
      assertThat(mean).isEqualTo(0.5, within(0.015));
      assertThat(variance).isEqualTo(1 / (4 * (2 * alpha + 1)), within(0.005));
    }
  }

  @Test
  void rowWeightsAreMixedTooSeed1() {
    Batch weighted =
        Augmented.counted(8, 4).withWeights(Nd4j.arange(1, 9).reshape(8, 1).castTo(DataType.FLOAT));
    Batch mixed = Augmented.batch(technique(), Trial.CLASSES, Map.of("alpha", 1.0), weighted);
    assertThat(mixed.weights().orElseThrow().getDouble(3, 0))
        .isEqualTo(mixed.features().getDouble(3, 0), within(1e-5));
  }
}
