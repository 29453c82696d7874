package org.hone.search.sampler.gp;

import java.util.Arrays;
import org.hone.search.math.PositiveDefinite;

/**
 * What observations tell of a function, given the hyperparameters.
 *
 * <pre>{@code mu(x) = m + k' K^-1 (y - m),  sigma^2(x) = k(x, x) - k' K^-1 k }</pre>
 *
 * @see <a href="https://gaussianprocess.org/gpml/">Rasmussen and Williams, Gaussian processes for
 *     machine learning, 2006, equations (2.25) and (2.26)</a>
 */
final class GaussianProcess {
  private static final double LEAST_VARIANCE = 1e-12;
  private static final double JITTER = 1e-9;

  private final Axes axes;
  private final Hyperparameters theta;
  private final WarpedInputs inputs;
  private final PositiveDefinite factor;
  private final double mean;
  private final double[] residual;

  GaussianProcess(Axes axes, Hyperparameters theta, double[][] points, double[] y) {
    this.axes = axes;
    this.theta = theta;
    this.inputs = new WarpedInputs(axes, theta, points);
    this.factor = factor();
    double[] ones = new double[y.length];
    Arrays.fill(ones, 1);
    factor.solve(ones);
    residual = y.clone();
    factor.solve(residual);
    mean = y.length == 0 ? 0 : Arrays.stream(residual).sum() / Arrays.stream(ones).sum();
    for (int i = 0; i < y.length; i++) {
      residual[i] -= mean * ones[i];
    }
  }

  private PositiveDefinite factor() {
    double jitter = theta.noise();
    while (true) {
      var factored = PositiveDefinite.factor(covariance(jitter));
      if (factored.isPresent()) {
        return factored.get();
      }
      jitter = Math.max(JITTER, 10 * jitter);
    }
  }

  private double[][] covariance(double noise) {
    int n = inputs.count;
    Kernel kernel = new Kernel(axes, theta, inputs, inputs);
    double[][] k = new double[n][n];
    double[] slope = new double[n];
    double[] additive = new double[n];
    for (int i = 0; i < n; i++) {
      kernel.joint(i, i, k[i], slope);
      kernel.additive(i, i, additive);
      for (int j = i; j < n; j++) {
        k[i][j] += additive[j];
      }
      k[i][i] += noise;
    }
    return k;
  }

  /** A prediction at one point, which can be asked how it changes with the point. */
  final class Prediction {
    private final double[] x;
    private final WarpedInputs point;
    private final Kernel kernel;
    private final double[] slope = new double[inputs.count];
    private final double[] weights;
    final double mu;
    final double sigma;

    private Prediction(double[] x) {
      this.x = x;
      point = new WarpedInputs(axes, theta, new double[][] {x});
      kernel = new Kernel(axes, theta, point, inputs);
      weights = new double[inputs.count];
      double[] additive = new double[inputs.count];
      kernel.joint(0, 0, weights, slope);
      kernel.additive(0, 0, additive);
      double sum = mean;
      for (int j = 0; j < additive.length; j++) {
        weights[j] += additive[j];
        sum += weights[j] * residual[j];
      }
      mu = sum;
      factor.whiten(weights);
      double explained = 0;
      for (double z : weights) {
        explained += z * z;
      }
      sigma = Math.sqrt(Math.max(LEAST_VARIANCE, kernel.variance(0) - explained));
    }

    /**
     * Adds {@code byMu dmu/dx + bySigma dsigma/dx} over the numeric axes on which the point is
     * active. To be called once.
     */
    void addSlopes(double byMu, double bySigma, double[] gradient) {
      factor.unwhiten(weights);
      double[] byK = weights;
      for (int j = 0; j < byK.length; j++) {
        byK[j] = byMu * residual[j] - bySigma / sigma * byK[j];
      }
      double[] byLength = new double[byK.length];
      double[] byInput = new double[byK.length];
      for (int d = 0; d < x.length; d++) {
        if (axes.isCategorical(d) || Double.isNaN(x[d])) {
          continue;
        }
        kernel.additiveSlopes(d, 0, 0, byLength, byInput);
        double[] v = inputs.u[d];
        double twice = 2 * kernel.weight(d);
        double u = point.u[d][0];
        double sum = 0;
        for (int j = 0; j < byK.length; j++) {
          sum += byK[j] * (byInput[j] + twice * slope[j] * (u - v[j]));
        }
        gradient[d] += sum * theta.warpingOf(d).slope(x[d]);
      }
    }
  }

  /** The posterior covariance of the function's values at two points. */
  double covariance(double[] x, double[] z) {
    WarpedInputs one = new WarpedInputs(axes, theta, new double[][] {x});
    WarpedInputs other = new WarpedInputs(axes, theta, new double[][] {z});
    Kernel kernel = new Kernel(axes, theta, one, other);
    double[] joint = new double[1];
    double[] additive = new double[1];
    kernel.joint(0, 0, joint, new double[1]);
    kernel.additive(0, 0, additive);
    double[] left = at(x).weights;
    double[] right = at(z).weights;
    double explained = 0;
    for (int i = 0; i < left.length; i++) {
      explained += left[i] * right[i];
    }
    return joint[0] + additive[0] - explained;
  }

  /** The normal distribution of the function's value at x. */
  Prediction at(double[] x) {
    return new Prediction(x);
  }
}
