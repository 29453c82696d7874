package org.hone.search.math;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.DoublePredicate;
import java.util.random.RandomGenerator;
import org.hone.search.space.Distribution;
import org.hone.search.space.UnitCell;

/**
 * Normal kernels truncated to the unit interval, on which a parameter's own scale (linear or
 * logarithmic) is laid out. A discrete value has the mass of its cell.
 */
final class NumericKernels implements Kernels {
  private static final int MOST_REJECTIONS = 100;

  private final Distribution distribution;
  private final TruncatedNormal[] kernels;

  NumericKernels(Distribution distribution, double[] observations, OptionalDouble preferred) {
    this.distribution = distribution;
    double[] means = Arrays.stream(observations).map(distribution::toUnit).toArray();
    double[] deviations = Bandwidth.neighbours(means);
    kernels = new TruncatedNormal[means.length + 1];
    for (int k = 0; k < means.length; k++) {
      kernels[k] = new TruncatedNormal(means[k], deviations[k], 0, 1);
    }
    double middle = preferred.isPresent() ? distribution.toUnit(preferred.getAsDouble()) : 0.5;
    kernels[means.length] = new TruncatedNormal(middle, 1, 0, 1);
  }

  @Override
  public int count() {
    return kernels.length;
  }

  @Override
  public double draw(int kernel, DoublePredicate allowed, RandomGenerator random) {
    for (int i = 0; i < MOST_REJECTIONS; i++) {
      double value = distribution.fromUnit(kernels[kernel].draw(random));
      if (allowed.test(value)) {
        return value;
      }
    }
    return Uniform.draw(distribution, allowed, random);
  }

  @Override
  public void addLogDensities(double value, double[] sums) {
    UnitCell cell = distribution.cell(value);
    for (int k = 0; k < kernels.length; k++) {
      sums[k] +=
          cell.isPoint()
              ? kernels[k].logDensity(cell.low())
              : kernels[k].logMass(cell.low(), cell.high());
    }
  }
}
