package org.hone.search.math;

import java.util.random.RandomGenerator;
import org.hone.search.space.UnitCell;

/**
 * Normal kernels truncated to the unit interval; of a discrete number, whose values have the masses
 * of their cells. The mass of a cell that is narrow against a kernel is taken for its width times
 * the density in its middle.
 */
final class CellKernels implements Kernels {
  /** In deviations: the mass of a cell so wide is off by less than a thousandth. */
  private static final double NARROW = 0.1;

  private final Axis axis;
  private final double[] means;
  private final double[] widths;
  private final double[] logTotals;

  /**
   * @param means within [0, 1]; belongs to the kernels from now on
   * @param widths standard deviations, up to 1; belongs to the kernels from now on
   */
  CellKernels(Axis axis, double[] means, double[] widths) {
    this.axis = axis;
    this.means = means;
    this.widths = widths;
    logTotals = new double[means.length];
    for (int k = 0; k < means.length; k++) {
      logTotals[k] = UnitMass.log(means[k], widths[k]);
    }
  }

  @Override
  public int count() {
    return means.length;
  }

  @Override
  public double draw(int kernel, Window window, RandomGenerator random) {
    return axis.snap(NormalDraw.within(means[kernel], widths[kernel], window, random));
  }

  /** A probability. */
  @Override
  public double peak(int kernel) {
    return 0;
  }

  @Override
  public double drop(int kernel, double coordinate) {
    return logMass(kernel, axis.cellOf(coordinate));
  }

  /** Neighbours in the list that are equal, as of a value tried again and again, cost nothing. */
  @Override
  public void addDrops(double coordinate, double[] sums) {
    UnitCell cell = axis.cellOf(coordinate);
    double logMass = logMass(0, cell);
    for (int k = 0; k < means.length; k++) {
      if (k > 0 && (means[k] != means[k - 1] || widths[k] != widths[k - 1])) {
        logMass = logMass(k, cell);
      }
      sums[k] += logMass;
    }
  }

  private double logMass(int k, UnitCell cell) {
    double low = (cell.low() - means[k]) / widths[k];
    double high = (cell.high() - means[k]) / widths[k];
    double logMass =
        high - low < NARROW
            ? StandardNormal.logDensity((low + high) / 2) + Math.log(high - low)
            : StandardNormal.logMass(low, high);
    return Math.min(0, logMass - logTotals[k]);
  }

  @Override
  public int keep(double coordinate, double least, int[] kernels, double[] sums, int count) {
    UnitCell cell = axis.cellOf(coordinate);
    int kept = 0;
    for (int i = 0; i < count; i++) {
      int k = kernels[i];
      double sum = sums[i] + logMass(k, cell);
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
