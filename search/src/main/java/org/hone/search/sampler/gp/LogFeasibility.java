package org.hone.search.sampler.gp;

import org.hone.search.math.LogImprovement;

/**
 * The logarithm of the probability that a constraint is respected, i.e. at most 0.
 *
 * @see <a href="https://proceedings.mlr.press/v32/gardner14.html">Gardner et al., Bayesian
 *     optimization with inequality constraints, ICML 2014</a>
 */
record LogFeasibility(GaussianProcess process) implements Acquisition {

  @Override
  public double at(double[] x) {
    GaussianProcess.Prediction breach = process.at(x);
    return LogImprovement.logProbability(-breach.mu / breach.sigma);
  }

  @Override
  public double at(double[] x, double[] gradient) {
    GaussianProcess.Prediction breach = process.at(x);
    double z = -breach.mu / breach.sigma;
    double slope = LogImprovement.probabilitySlope(z);
    breach.addSlopes(-slope / breach.sigma, -slope * z / breach.sigma, gradient);
    return LogImprovement.logProbability(z);
  }
}
