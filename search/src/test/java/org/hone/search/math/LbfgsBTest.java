package org.hone.search.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LbfgsBTest {
  private static double[] filled(int n, double value) {
    double[] array = new double[n];
    Arrays.fill(array, value);
    return array;
  }

  private static double rosenbrock(double[] x, double[] gradient) {
    double sum = 0;
    Arrays.fill(gradient, 0);
    for (int i = 0; i + 1 < x.length; i++) {
      double valley = x[i + 1] - x[i] * x[i];
      double rest = 1 - x[i];
      sum += 100 * valley * valley + rest * rest;
      gradient[i] += -400 * valley * x[i] - 2 * rest;
      gradient[i + 1] += 200 * valley;
    }
    return sum;
  }

  @Test
  void followsTheCurvedValleyToItsEnd() {
    LbfgsB.Minimum minimum =
        LbfgsB.minimize(
            LbfgsBTest::rosenbrock, filled(6, -1.5), filled(6, -5), filled(6, 5), 1000, 1e-15);
    assertThat(minimum.value()).isLessThan(1e-10);
    assertThat(minimum.evaluations()).isLessThan(200);
    for (double x : minimum.x()) {
      assertThat(x).isCloseTo(1, within(1e-4));
    }
  }

  /** The Kuhn-Tucker conditions: no slope inside, outward slopes on the border. */
  @Test
  void endsWhereNoAllowedStepDescendsSeeds0To49() {
    for (int seed = 0; seed < 50; seed++) {
      Random random = new Random(seed);
      int n = 1 + random.nextInt(8);
      double[] low = random.doubles(n, -2, 0.5).toArray();
      double[] high = Arrays.stream(low).map(l -> l + 2 * random.nextDouble()).toArray();
      double[] start = random.doubles(n, -3, 3).toArray();
      LbfgsB.Minimum minimum =
          LbfgsB.minimize(LbfgsBTest::rosenbrock, start, low, high, 3000, 1e-16);
      double[] gradient = new double[n];
      rosenbrock(minimum.x(), gradient);
      for (int i = 0; i < n; i++) {
        assertThat(minimum.x()[i]).isBetween(low[i], high[i]);
        double projected = Math.min(high[i], Math.max(low[i], minimum.x()[i] - gradient[i]));
        assertThat(projected).as("seed " + seed).isCloseTo(minimum.x()[i], within(1e-3));
      }
    }
  }

  @Test
  void findsTheCornerOfALinearFunction() {
    LbfgsB.Minimum minimum =
        LbfgsB.minimize(
            (x, gradient) -> {
              gradient[0] = 1;
              gradient[1] = -2;
              return x[0] - 2 * x[1];
            },
            new double[] {0.5, 0.5},
            new double[] {0, 0},
            new double[] {1, 3},
            50,
            1e-12);
    assertThat(minimum.x()).containsExactly(0, 3);
  }

  @Test
  void stepsBackFromWhereTheValueIsNotANumber() {
    LbfgsB.Minimum minimum =
        LbfgsB.minimize(
            (x, gradient) -> {
              gradient[0] = 1 - 1 / x[0];
              return x[0] > 0 ? x[0] - Math.log(x[0]) : Double.NaN;
            },
            new double[] {5},
            new double[] {-10},
            new double[] {10},
            100,
            1e-15);
    assertThat(minimum.x()[0]).isCloseTo(1, within(1e-5));
  }

  @Test
  void keepsToItsBudgetAndNeverEndsWorseThanItBegan() {
    double[] gradient = new double[4];
    double[] start = {-1.2, 1, -1.2, 1};
    double before = rosenbrock(start, gradient);
    for (int budget = 1; budget < 30; budget++) {
      LbfgsB.Minimum minimum =
          LbfgsB.minimize(
              LbfgsBTest::rosenbrock, start, filled(4, -5), filled(4, 5), budget, 1e-12);
      assertThat(minimum.evaluations()).isLessThanOrEqualTo(budget);
      assertThat(minimum.value()).isLessThanOrEqualTo(before);
    }
  }
}
