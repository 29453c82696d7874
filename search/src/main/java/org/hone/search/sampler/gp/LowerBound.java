package org.hone.search.sampler.gp;

/**
 * How low the function may be at a point, negated: {@code width sigma - mu}.
 *
 * @see <a href="https://arxiv.org/abs/0912.3995">Srinivas et al., ICML 2010: confidence bounds</a>
 */
record LowerBound(GaussianProcess process, double width) implements Acquisition {

  @Override
  public double at(double[] x) {
    GaussianProcess.Prediction f = process.at(x);
    return width * f.sigma - f.mu;
  }

  @Override
  public double at(double[] x, double[] gradient) {
    GaussianProcess.Prediction f = process.at(x);
    f.addSlopes(-1, width, gradient);
    return width * f.sigma - f.mu;
  }
}
