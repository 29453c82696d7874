package org.hone.search.sampler.gp;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hone.search.math.LogImprovement;
import org.hone.search.math.NonDominatedSort;

/**
 * The logarithm of what a trial is expected to add to the dominated hypervolume. Exact, for
 * independent objectives.
 *
 * <pre>{@code
 * log sum_b prod_k (EI_k(high_bk) - EI_k(low_bk)),  EI_k(t) = E[max(t - f_k(x), 0)]
 * }</pre>
 *
 * over the boxes b of what is not dominated yet. Sums are taken in units of the improvement on the
 * reference, so that they neither overflow nor underflow together.
 *
 * @see <a href="https://doi.org/10.1007/s10898-018-0609-2">Yang et al., Efficient computation of
 *     expected hypervolume improvement using box decomposition, J. Global Optimization, 2019</a>
 * @see <a href="https://arxiv.org/abs/2310.20708">Ament et al., NeurIPS 2023: the logarithm</a>
 */
final class LogHypervolumeImprovement implements Acquisition {
  private static final double MARGIN = 0.1;
  private static final double HOPELESS = -1e4;

  private final List<GaussianProcess> processes;
  private final Boxes boxes;

  private LogHypervolumeImprovement(List<GaussianProcess> processes, Boxes boxes) {
    this.processes = List.copyOf(processes);
    this.boxes = boxes;
  }

  /**
   * The reference is a tenth of their range beyond the worst values of all points. One that is
   * nearer to the front hides its ends, and in the beginning most of the space.
   *
   * @param good losses of what was reached, one row per point; may be empty
   * @param all losses of all points, at least one
   */
  static LogHypervolumeImprovement of(
      List<GaussianProcess> processes, double[][] all, double[][] good) {
    double[][] front = front(good);
    return new LogHypervolumeImprovement(processes, new Boxes(front, reference(all)));
  }

  private static double[][] front(double[][] losses) {
    if (losses.length == 0) {
      return losses;
    }
    int[] ranks = NonDominatedSort.ranks(losses);
    return IntStream.range(0, losses.length)
        .filter(i -> ranks[i] == 0)
        .mapToObj(i -> losses[i])
        .toArray(double[][]::new);
  }

  private static double[] reference(double[][] all) {
    double[] reference = new double[all[0].length];
    for (int k = 0; k < reference.length; k++) {
      double worst = most(all, k);
      double range = worst + most(negated(all), k);
      reference[k] = worst + MARGIN * (range > 0 ? range : 1);
    }
    return reference;
  }

  private static double[][] negated(double[][] rows) {
    return Arrays.stream(rows)
        .map(row -> Arrays.stream(row).map(v -> -v).toArray())
        .toArray(double[][]::new);
  }

  private static double most(double[][] rows, int k) {
    return Arrays.stream(rows).mapToDouble(row -> row[k]).max().orElseThrow();
  }

  /**
   * What one objective contributes, level by level, in units of the improvement on the reference.
   */
  private static final class Levels {
    final GaussianProcess.Prediction f;
    final double logUnit;
    final double[] improvement;
    final double[] byMu;
    final double[] bySigma;

    Levels(GaussianProcess.Prediction f, double[] levels) {
      this.f = f;
      int n = levels.length;
      improvement = new double[n];
      byMu = new double[n];
      bySigma = new double[n];
      logUnit = LogImprovement.at((levels[n - 1] - f.mu) / f.sigma);
      for (int i = 1; i < n; i++) {
        double z = (levels[i] - f.mu) / f.sigma;
        improvement[i] = Math.exp(LogImprovement.at(z) - logUnit);
        byMu[i] = -improvement[i] * LogImprovement.slope(z);
        bySigma[i] = improvement[i] + byMu[i] * z;
      }
    }

    double logScale() {
      return logUnit + Math.log(f.sigma);
    }
  }

  private Levels[] levels(double[] x) {
    Levels[] levels = new Levels[processes.size()];
    for (int k = 0; k < levels.length; k++) {
      levels[k] = new Levels(processes.get(k).at(x), boxes.levels(k));
    }
    return levels;
  }

  private double width(Levels[] levels, int b, int k) {
    return levels[k].improvement[boxes.high(b, k)] - levels[k].improvement[boxes.low(b, k)];
  }

  private double sum(Levels[] levels) {
    double sum = 0;
    for (int b = 0; b < boxes.count(); b++) {
      double product = 1;
      for (int k = 0; k < levels.length; k++) {
        product *= width(levels, b, k);
      }
      sum += product;
    }
    return sum;
  }

  private static double log(Levels[] levels, double sum) {
    double log = sum > Double.MIN_NORMAL ? Math.log(sum) : HOPELESS;
    for (Levels level : levels) {
      log += level.logScale();
    }
    return log;
  }

  @Override
  public double at(double[] x) {
    Levels[] levels = levels(x);
    return log(levels, sum(levels));
  }

  @Override
  public double at(double[] x, double[] gradient) {
    Levels[] levels = levels(x);
    double sum = sum(levels);
    for (int k = 0; k < levels.length; k++) {
      addSlopes(levels, k, sum, gradient);
    }
    return log(levels, sum);
  }

  private void addSlopes(Levels[] levels, int k, double sum, double[] gradient) {
    Levels own = levels[k];
    double byMu = 0;
    double bySigma = 0;
    for (int b = 0; b < boxes.count(); b++) {
      double others = 1;
      for (int j = 0; j < levels.length; j++) {
        others *= j == k ? 1 : width(levels, b, j);
      }
      byMu += others * (own.byMu[boxes.high(b, k)] - own.byMu[boxes.low(b, k)]);
      bySigma += others * (own.bySigma[boxes.high(b, k)] - own.bySigma[boxes.low(b, k)]);
    }
    if (sum > Double.MIN_NORMAL) {
      own.f.addSlopes(byMu / sum / own.f.sigma, bySigma / sum / own.f.sigma, gradient);
    }
  }
}
