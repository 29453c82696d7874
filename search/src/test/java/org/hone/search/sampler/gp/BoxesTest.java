package org.hone.search.sampler.gp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.hone.search.math.Hypervolume;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoxesTest {

  private static double side(Boxes boxes, int b, int k) {
    double[] levels = boxes.levels(k);
    return levels[boxes.high(b, k)] - Math.max(0, levels[boxes.low(b, k)]);
  }

  /** Boxes and dominated volume together are the whole cube. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void coverWhatIsNotDominatedOnce(int objectives) {
    for (int seed = 0; seed < 30; seed++) {
      Random random = new Random(seed);
      double[][] front = new double[random.nextInt(8)][];
      Arrays.setAll(front, i -> random.doubles(objectives).toArray());
      double[] reference = new double[objectives];
      Arrays.fill(reference, 1);
      Boxes boxes = new Boxes(front, reference);
      double volume = 0;
      for (int b = 0; b < boxes.count(); b++) {
        double product = 1;
        for (int k = 0; k < objectives; k++) {
          product *= side(boxes, b, k);
        }
        volume += product;
      }
      assertThat(volume)
          .as("seed " + seed)
          .isCloseTo(1 - Hypervolume.of(front, reference), within(1e-12));
    }
  }
}
