package org.hone.search.sampler.gp;

import org.hone.search.math.LogImprovement;

/**
 * The logarithm of what a trial is expected to improve on the best value.
 *
 * <pre>{@code log E[max(best - f(x), 0)] = log sigma + log h((best - mu) / sigma) }</pre>
 *
 * @see <a href="https://arxiv.org/abs/2310.20708">Ament et al., NeurIPS 2023</a>
 */
record LogExpectedImprovement(GaussianProcess process, double best) implements Acquisition {

  @Override
  public double at(double[] x) {
    GaussianProcess.Prediction f = process.at(x);
    return Math.log(f.sigma) + LogImprovement.at((best - f.mu) / f.sigma);
  }

  @Override
  public double at(double[] x, double[] gradient) {
    GaussianProcess.Prediction f = process.at(x);
    double z = (best - f.mu) / f.sigma;
    double slope = LogImprovement.slope(z);
    f.addSlopes(-slope / f.sigma, (1 - z * slope) / f.sigma, gradient);
    return Math.log(f.sigma) + LogImprovement.at(z);
  }
}
