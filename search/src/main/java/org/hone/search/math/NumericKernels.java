package org.hone.search.math;

import java.util.random.RandomGenerator;

/**
 * Normal kernels truncated to the unit interval, on which a parameter's own scale (linear or
 * logarithmic) is laid out; of a continuous parameter.
 *
 * <pre>{@code log p_k(x) = peaks[k] - ((x - means[k]) * scales[k])^2 }</pre>
 *
 * <p>The arrays are as plain as they are so that the loop over them runs on vector instructions.
 */
final class NumericKernels implements Kernels {
  private static final double LOG_SQRT_2_PI = 0.5 * Math.log(2 * Math.PI);
  private static final double SQRT_HALF = Math.sqrt(0.5);

  private final double[] means;
  private final double[] widths;
  private final double[] scales;
  private final double[] peaks;

  /**
   * @param means within [0, 1]; belongs to the kernels from now on
   * @param widths standard deviations, up to 1; belongs to the kernels from now on
   */
  NumericKernels(double[] means, double[] widths) {
    this.means = means;
    this.widths = widths;
    scales = new double[means.length];
    peaks = new double[means.length];
    double width = 0;
    double scale = 0;
    double peak = 0;
    for (int k = 0; k < means.length; k++) {
      if (widths[k] != width) {
        width = widths[k];
        scale = SQRT_HALF / width;
        peak = -LOG_SQRT_2_PI - Math.log(width);
      }
      scales[k] = scale;
      peaks[k] = peak - UnitMass.log(means[k], width);
    }
  }

  @Override
  public int count() {
    return means.length;
  }

  @Override
  public double draw(int kernel, Window window, RandomGenerator random) {
    return NormalDraw.within(means[kernel], widths[kernel], window, random);
  }

  @Override
  public double peak(int kernel) {
    return peaks[kernel];
  }

  @Override
  public double drop(int kernel, double coordinate) {
    double z = (coordinate - means[kernel]) * scales[kernel];
    return -z * z;
  }

  @Override
  public void addDrops(double coordinate, double[] sums) {
    double[] m = means;
    double[] s = scales;
    for (int k = 0; k < m.length; k++) {
      double z = (coordinate - m[k]) * s[k];
      sums[k] -= z * z;
    }
  }

  @Override
  public int keep(double coordinate, double least, int[] kernels, double[] sums, int count) {
    int kept = 0;
    for (int i = 0; i < count; i++) {
      int k = kernels[i];
      double sum = sums[i] + drop(k, coordinate);
      kernels[kept] = k;
      sums[kept] = sum;
      kept += sum > least ? 1 : 0;
    }
    return kept;
  }

  @Override
  public double deepestOfPrior() {
    int prior = means.length - 1;
    return Math.min(drop(prior, 0), drop(prior, 1));
  }
}
