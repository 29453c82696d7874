package org.hone.search.sampler.cmaes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CategoryDistributionTest {
  private static final StrategyParameters PARAMETERS = StrategyParameters.of(1, 10);

  private static CategoryDistribution even(int parameters, int categories) {
    double[][] theta = new double[parameters][categories];
    for (double[] row : theta) {
      Arrays.fill(row, 1.0 / categories);
    }
    return CategoryDistribution.of(theta);
  }

  /** Fewer categories other than the last one are better. */
  private static CategoryDistribution learned(int generations, int active) {
    CategoryDistribution model = even(10, 5);
    SplittableRandom random = new SplittableRandom(1);
    for (int g = 0; g < generations; g++) {
      CategoryDistribution now = model;
      List<Individual> ranked =
          IntStream.range(0, 10)
              .mapToObj(i -> now.draw(random))
              .sorted(Comparator.comparingInt(CategoryDistributionTest::misses))
              .map(categories -> individual(categories, active))
              .toList();
      model = model.next(new Generation(ranked, PARAMETERS.weights));
    }
    return model;
  }

  private static int misses(int[] categories) {
    return (int) Arrays.stream(categories).filter(k -> k != 4).count();
  }

  private static Individual individual(int[] categories, int active) {
    int[] seen = categories.clone();
    Arrays.fill(seen, active, seen.length, -1);
    return new Individual(new double[0], new boolean[0], seen);
  }

  @Test
  void learnsWhichCategoryIsBest() {
    double[][] theta = learned(100, 10).theta;
    assertThat(Arrays.stream(theta).mapToDouble(row -> row[4]).average().orElseThrow())
        .isGreaterThan(0.8);
  }

  @Test
  void leavesInactiveOnesAsTheyAre() {
    double[][] theta = learned(30, 4).theta;
    assertThat(theta[0]).isNotEqualTo(theta[4]);
    assertThat(theta[4]).containsExactly(new double[] {0.2, 0.2, 0.2, 0.2, 0.2}, within(1e-12));
  }

  @Test
  void keepsEveryCategoryPossible() {
    double margin = (1 - Math.pow(0.73, 0.1)) / 4;
    for (double[] row : learned(500, 10).theta) {
      assertThat(Arrays.stream(row).min().orElseThrow()).isGreaterThan(margin * (1 - 1e-9));
      assertThat(Arrays.stream(row).sum()).isCloseTo(1, within(1e-9));
    }
  }
}
