package org.hone.search.importance;

import java.util.Arrays;
import org.hone.search.math.TruncatedNormal;
import org.hone.search.space.CategoricalDistribution;
import org.hone.search.space.Distribution;

/**
 * A parameter's distribution as probabilities of the cells of a grid: one cell per category, and at
 * most {@value #MOST_CELLS} equal parts of the parameter's own scale for numbers. A prior of the
 * weight of one observation is spread evenly, so that no probability is 0.
 *
 * <pre>{@code numbers: a normal kernel about each observation, of Scott's bandwidth
 * h = 1.059 min(sd, iqr/1.34) n^(-1/5), cut off at the bounds }</pre>
 *
 * @see <a href="https://arxiv.org/abs/2304.10255">Watanabe et al., IJCAI 2023, section 4</a>
 */
final class GridDensity {
  private static final int MOST_CELLS = 50;

  /** So narrow a kernel has 90 % of its mass in its own cell. */
  private static final double NARROWEST_CELLS = 0.5 / 1.645;

  private GridDensity() {}

  static double[] uniform(Distribution distribution) {
    double[] uniform = new double[cells(distribution)];
    Arrays.fill(uniform, 1.0 / uniform.length);
    return uniform;
  }

  static double[] of(Distribution distribution, double[] values) {
    int cells = cells(distribution);
    double[] counts =
        distribution instanceof CategoricalDistribution
            ? histogram(values, cells)
            : smoothed(Arrays.stream(values).map(distribution::toUnit).sorted().toArray(), cells);
    double[] density = new double[cells];
    Arrays.setAll(density, c -> (counts[c] + 1.0 / cells) / (values.length + 1));
    return density;
  }

  private static int cells(Distribution distribution) {
    int count = distribution.cardinality().orElse(MOST_CELLS);
    return distribution instanceof CategoricalDistribution ? count : Math.min(count, MOST_CELLS);
  }

  private static double[] histogram(double[] categories, int cells) {
    double[] counts = new double[cells];
    for (double category : categories) {
      counts[(int) category]++;
    }
    return counts;
  }

  /** Observations of one cell share a kernel, about its middle. */
  private static double[] smoothed(double[] units, int cells) {
    double[] counts = new double[cells];
    for (double unit : units) {
      counts[Math.min(cells - 1, (int) (unit * cells))]++;
    }
    double bandwidth = Math.max(scott(units), NARROWEST_CELLS / cells);
    double[] smoothed = new double[cells];
    for (int k = 0; k < cells; k++) {
      if (counts[k] > 0) {
        TruncatedNormal kernel = new TruncatedNormal((k + 0.5) / cells, bandwidth, 0, 1);
        for (int c = 0; c < cells; c++) {
          smoothed[c] +=
              counts[k] * Math.exp(kernel.logMass((double) c / cells, (c + 1.0) / cells));
        }
      }
    }
    return smoothed;
  }

  private static double scott(double[] sorted) {
    int n = sorted.length;
    double mean = Arrays.stream(sorted).average().orElse(0);
    double squares = Arrays.stream(sorted).map(x -> (x - mean) * (x - mean)).sum();
    double deviation = Math.sqrt(squares / Math.max(1, n - 1));
    double range = n == 0 ? 0 : sorted[Math.min(n - 1, 3 * n / 4)] - sorted[n / 4];
    return 1.059 * Math.min(deviation, range / 1.34) * Math.pow(Math.max(1, n), -0.2);
  }
}
