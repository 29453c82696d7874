package org.hone.search.sampler.evolution;

import java.util.Arrays;
import java.util.List;

/**
 * Where objectives begin and end, so that they can be compared: from the ideal point to where the
 * hyperplane through the extreme points cuts the axes.
 *
 * @see <a href="https://doi.org/10.1109/TEVC.2013.2281535">Deb and Jain, IEEE TEVC 2014, algorithm
 *     2</a>
 */
final class Hyperplane {
  private static final double NEARLY_ZERO = 1e-6;

  private final double[] ideal;
  private final double[] intercepts;

  private Hyperplane(double[] ideal, double[] intercepts) {
    this.ideal = ideal;
    this.intercepts = intercepts;
  }

  /**
   * @param individuals at least one; the first front is enough
   */
  static Hyperplane of(List<Individual> individuals) {
    int objectives = individuals.get(0).losses().length;
    double[] ideal = new double[objectives];
    double[] range = new double[objectives];
    for (int m = 0; m < objectives; m++) {
      int objective = m;
      ideal[m] = individuals.stream().mapToDouble(i -> i.losses()[objective]).min().orElse(0);
      double worst = individuals.stream().mapToDouble(i -> i.losses()[objective]).max().orElse(0);
      range[m] = worst > ideal[m] ? worst - ideal[m] : 1;
    }
    double[][] extremes = new double[objectives][];
    for (int m = 0; m < objectives; m++) {
      extremes[m] = extreme(individuals, ideal, range, m);
    }
    return new Hyperplane(ideal, intercepts(extremes, range));
  }

  /** The individual nearest to an axis, from the ideal point: the least scalarised loss. */
  private static double[] extreme(
      List<Individual> individuals, double[] ideal, double[] range, int axis) {
    double[] best = {};
    double least = Double.POSITIVE_INFINITY;
    for (Individual individual : individuals) {
      double[] from = new double[ideal.length];
      double scalarized = 0;
      for (int m = 0; m < from.length; m++) {
        from[m] = individual.losses()[m] - ideal[m];
        double weight = m == axis ? 1 : NEARLY_ZERO;
        scalarized = Math.max(scalarized, from[m] / range[m] / weight);
      }
      if (scalarized < least) {
        least = scalarized;
        best = from;
      }
    }
    return best;
  }

  /** The range instead, where there is no such plane or it cuts an axis beyond the range. */
  private static double[] intercepts(double[][] extremes, double[] range) {
    double[] normal = solved(extremes);
    double[] intercepts = new double[range.length];
    for (int m = 0; m < range.length; m++) {
      intercepts[m] = 1 / normal[m];
      if (!(intercepts[m] > NEARLY_ZERO * range[m] && intercepts[m] <= range[m])) {
        return range;
      }
    }
    return intercepts;
  }

  /** x with {@code rows x = 1}, by elimination with pivots; NaN or infinite if there is none. */
  private static double[] solved(double[][] rows) {
    int n = rows.length;
    double[][] a = new double[n][];
    Arrays.setAll(a, i -> Arrays.copyOf(rows[i], n + 1));
    for (double[] row : a) {
      row[n] = 1;
    }
    for (int k = 0; k < n; k++) {
      int pivot = k;
      for (int i = k + 1; i < n; i++) {
        pivot = Math.abs(a[i][k]) > Math.abs(a[pivot][k]) ? i : pivot;
      }
      double[] swapped = a[k];
      a[k] = a[pivot];
      a[pivot] = swapped;
      for (int i = 0; i < n; i++) {
        double factor = i == k ? 0 : a[i][k] / a[k][k];
        for (int j = k; j <= n && i != k; j++) {
          a[i][j] -= factor * a[k][j];
        }
      }
    }
    double[] x = new double[n];
    Arrays.setAll(x, k -> a[k][n] / a[k][k]);
    return x;
  }

  /** 0 at the ideal point, 1 where the plane cuts the axis. */
  double[] normalized(Individual individual) {
    double[] normalized = individual.losses().clone();
    for (int m = 0; m < normalized.length; m++) {
      normalized[m] = (normalized[m] - ideal[m]) / intercepts[m];
    }
    return normalized;
  }
}
