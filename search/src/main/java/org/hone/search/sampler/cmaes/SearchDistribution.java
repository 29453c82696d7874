package org.hone.search.sampler.cmaes;

/**
 * The normal distribution N(mean, sigma^2 C) of CMA-ES with its evolution paths. Immutable.
 *
 * <pre>{@code
 * m  <- m + sigma y_w                                      y_w = sum of w_i y_i over the better half
 * ps <- (1 - cs) ps + sqrt(cs (2 - cs) mu_eff) C^(-1/2) y_w
 * s  <- s exp(cs/ds (|ps| / E|N(0,I)| - 1))
 * pc <- (1 - cc) pc + hs sqrt(cc (2 - cc) mu_eff) y_w
 * C  <- (1 + c1 d(hs) - c1 - cmu sum w) C + c1 pc pc' + cmu sum w_i' y_i y_i'
 * }</pre>
 *
 * @see <a href="https://arxiv.org/abs/1604.00772">Hansen, The CMA evolution strategy: a tutorial,
 *     appendix A</a>
 */
final class SearchDistribution {
  final double[] mean;
  final double sigma;
  final double[][] covariance;
  final Paths paths;

  /** How many generations it has seen. */
  final int age;

  /** Of the covariance as it stood at most {@code lag} generations ago. */
  final Eigenbasis basis;

  SearchDistribution(
      double[] mean, double sigma, double[][] covariance, Paths paths, int age, Eigenbasis basis) {
    this.mean = mean;
    this.sigma = sigma;
    this.covariance = covariance;
    this.paths = paths;
    this.age = age;
    this.basis = basis;
  }

  /** So much may one generation change the step size, as a logarithm. */
  private static final double MOST_CHANGE = 1;

  /** The evolution paths of step size and covariance. */
  static final class Paths {
    final double[] step;
    final double[] covariance;

    Paths(double[] step, double[] covariance) {
      this.step = step;
      this.covariance = covariance;
    }
  }

  /** Around a point, with the identity for covariance. */
  static SearchDistribution around(double[] mean, double sigma) {
    Eigenbasis basis = Eigenbasis.identity(mean.length);
    return new SearchDistribution(mean, sigma, basis.vectors, paths(mean.length), 0, basis);
  }

  /** Around a point, with a covariance that is known from elsewhere. */
  static SearchDistribution around(double[] mean, double sigma, double[][] covariance) {
    return new SearchDistribution(
        mean, sigma, covariance, paths(mean.length), 0, Eigenbasis.of(covariance));
  }

  private static Paths paths(int n) {
    return new Paths(new double[n], new double[n]);
  }

  int dimension() {
    return mean.length;
  }

  /** This distribution elsewhere. */
  SearchDistribution moved(double[] newMean) {
    return new SearchDistribution(newMean, sigma, covariance, paths, age, basis);
  }

  /** The standard deviation of one coordinate. */
  double deviation(int coordinate) {
    return sigma * Math.sqrt(covariance[coordinate][coordinate]);
  }

  /**
   * What it becomes after a generation.
   *
   * @param generation the steps of its individuals, weighted by their ranks
   */
  SearchDistribution next(Generation generation, StrategyParameters parameters) {
    int n = dimension();
    StrategyParameters.Step step = parameters.step;
    double[] all = generation.weightedStep();
    double[] moving = generation.weightedMove();
    double[] newMean = new double[n];
    for (int i = 0; i < n; i++) {
      newMean[i] = mean[i] + sigma * moving[i];
    }
    double gain = Math.sqrt(step.rate() * (2 - step.rate()) * parameters.selected);
    double[] stepPath = blend(1 - step.rate(), paths.step, gain, basis.whiten(all));
    double length = length(stepPath) / step.expectedLength();
    double change = step.rate() / step.damping() * (length - 1);
    double newSigma = sigma * Math.exp(Math.min(MOST_CHANGE, change));
    boolean steady = isSteady(length, parameters);
    double pathRate = parameters.adaptation.pathRate();
    double pathGain = steady ? Math.sqrt(pathRate * (2 - pathRate) * parameters.selected) : 0;
    double[] path = blend(1 - pathRate, paths.covariance, pathGain, all);
    double[][] adapted = adapt(generation, parameters, path, steady);
    int newAge = age + 1;
    return new SearchDistribution(
        newMean,
        newSigma,
        adapted,
        new Paths(stepPath, path),
        newAge,
        newAge % lag(parameters) == 0 ? Eigenbasis.of(adapted) : basis);
  }

  /** h_sigma: whether the step path is not so long that the other path should wait. */
  private boolean isSteady(double length, StrategyParameters parameters) {
    double settled = 1 - Math.pow(1 - parameters.step.rate(), 2.0 * (age + 1));
    return length / Math.sqrt(settled) < 1.4 + 2.0 / (dimension() + 1);
  }

  /** So many generations share a decomposition: the tutorial's appendix B.2. */
  private int lag(StrategyParameters parameters) {
    StrategyParameters.Adaptation rates = parameters.adaptation;
    return (int) Math.max(1, 1 / (10.0 * dimension() * (rates.rankOneRate() + rates.rankMuRate())));
  }

  private double[][] adapt(
      Generation generation, StrategyParameters parameters, double[] path, boolean steady) {
    StrategyParameters.Adaptation rates = parameters.adaptation;
    double[] weights = generation.weights;
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    double wait = steady ? 0 : rates.pathRate() * (2 - rates.pathRate());
    double kept = 1 + rates.rankOneRate() * (wait - 1) - rates.rankMuRate() * sum;
    int n = dimension();
    double[][] next = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        next[i][j] = kept * covariance[i][j];
      }
    }
    addOuter(next, rates.rankOneRate(), path);
    for (int k = 0; k < weights.length; k++) {
      double[] y = generation.step(k);
      addOuter(next, rates.rankMuRate() * weights[k] * shortening(weights[k], y), y);
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        next[j][i] = next[i][j];
      }
    }
    return next;
  }

  /** A negative weight counts as if the step had the length n, whatever its own. */
  private double shortening(double weight, double[] y) {
    if (weight >= 0) {
      return 1;
    }
    double length = length(basis.whiten(y));
    return length == 0 ? 0 : dimension() / (length * length);
  }

  /** The lower triangle only. */
  private static void addOuter(double[][] sum, double factor, double[] vector) {
    for (int i = 0; i < vector.length; i++) {
      double scaled = factor * vector[i];
      double[] row = sum[i];
      for (int j = 0; j <= i; j++) {
        row[j] += scaled * vector[j];
      }
    }
  }

  private static double[] blend(double a, double[] x, double b, double[] y) {
    double[] sum = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      sum[i] = a * x[i] + b * y[i];
    }
    return sum;
  }

  private static double length(double[] vector) {
    double sum = 0;
    for (double x : vector) {
      sum += x * x;
    }
    return Math.sqrt(sum);
  }
}
