package org.hone.search.sampler.cmaes;

import java.util.Arrays;
import java.util.List;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;

/**
 * The promising distribution of a similar study: the normal distribution that comes closest to a
 * mixture of equal ones around its best tenth.
 *
 * <pre>
 * {@code m = mean of x_i;  S = alpha^2 I + covariance of x_i;  sigma = det(S)^(1/2n), C = S / sigma^2}
 * </pre>
 *
 * Coordinates in which a trial was not active stand at the mean of the others. Categories begin
 * with their frequencies among the best tenth, and one more of each.
 *
 * @see <a href="https://arxiv.org/abs/2012.06932">Nomura et al., Warm starting CMA-ES for
 *     hyperparameter optimization, AAAI 2021</a>
 */
final class WarmStart {
  /** The part of the trials that is taken for promising: gamma. */
  private static final double PROMISING = 0.1;

  /** The standard deviation around each of them: alpha. */
  private static final double RADIUS = 0.1;

  private WarmStart() {}

  /**
   * @param trials finished ones of the source
   * @param source whose directions rank them
   */
  static Model of(List<TrialRecord> trials, StudySnapshot source, Encoding encoding) {
    List<TrialRecord> finished = trials.stream().sorted(Ranking.of(source)).toList();
    int promising = (int) Math.ceil(PROMISING * finished.size());
    double[][] best =
        finished.stream()
            .limit(promising)
            .map(trial -> encoding.space.coordinates(trial.parameters()))
            .toArray(double[][]::new);
    double[] mean = mean(best, encoding);
    double[][] spread = spread(best, mean, encoding);
    return Model.of(encoding, normal(mean, spread), CategoryDistribution.of(theta(best, encoding)));
  }

  private static SearchDistribution normal(double[] mean, double[][] spread) {
    if (mean.length == 0) {
      return SearchDistribution.around(mean, 1);
    }
    double logLength =
        Arrays.stream(Eigenbasis.of(spread).lengths).map(Math::log).average().orElseThrow();
    double sigma = Math.exp(logLength);
    for (double[] row : spread) {
      for (int j = 0; j < row.length; j++) {
        row[j] /= sigma * sigma;
      }
    }
    return SearchDistribution.around(mean, sigma, spread);
  }

  /** The prior's mean where none of them was active. */
  private static double[] mean(double[][] best, Encoding encoding) {
    double[] mean = Prior.mean(encoding);
    for (int j = 0; j < mean.length; j++) {
      int index = encoding.numeric[j];
      mean[j] =
          Arrays.stream(best)
              .mapToDouble(point -> point[index])
              .filter(x -> !Double.isNaN(x))
              .average()
              .orElse(mean[j]);
    }
    return mean;
  }

  private static double[][] spread(double[][] best, double[] mean, Encoding encoding) {
    int n = mean.length;
    double[][] spread = new double[n][n];
    for (int i = 0; i < n; i++) {
      spread[i][i] = RADIUS * RADIUS;
    }
    for (double[] point : best) {
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          double a = point[encoding.numeric[i]] - mean[i];
          double b = point[encoding.numeric[j]] - mean[j];
          spread[i][j] += Double.isNaN(a) || Double.isNaN(b) ? 0 : a * b / best.length;
        }
      }
    }
    return spread;
  }

  private static double[][] theta(double[][] best, Encoding encoding) {
    double[][] theta = new double[encoding.categorical.length][];
    for (int n = 0; n < theta.length; n++) {
      theta[n] = new double[encoding.categories(n)];
      Arrays.fill(theta[n], 1);
      for (double[] point : best) {
        double category = point[encoding.categorical[n]];
        if (!Double.isNaN(category)) {
          theta[n][(int) category]++;
        }
      }
      double sum = Arrays.stream(theta[n]).sum();
      for (int k = 0; k < theta[n].length; k++) {
        theta[n][k] /= sum;
      }
    }
    return theta;
  }
}
