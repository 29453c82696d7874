package org.hone.search.sampler.gp;

import java.util.List;

/** The logarithm of a product: 0 of none. */
record AcquisitionSum(List<Acquisition> parts) implements Acquisition {
  AcquisitionSum {
    parts = List.copyOf(parts);
  }

  @Override
  public double at(double[] x) {
    double sum = 0;
    for (Acquisition part : parts) {
      sum += part.at(x);
    }
    return sum;
  }

  @Override
  public double at(double[] x, double[] gradient) {
    double sum = 0;
    for (Acquisition part : parts) {
      sum += part.at(x, gradient);
    }
    return sum;
  }
}
