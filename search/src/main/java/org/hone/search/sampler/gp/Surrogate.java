package org.hone.search.sampler.gp;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.hone.search.trial.StudySnapshot;

/**
 * What a Gaussian process believes of the first objective, given the trials that ended: for those
 * who want to know how much is left to gain, not where to try next. Losses are smaller the better
 * and standardised; {@link #unit} leads back. Immutable.
 */
public final class Surrogate {
  private final SearchSpace space;
  private final Axes axes;
  private final Hyperparameters theta;
  private final double[][] points;
  private final double[] losses;
  private final double unit;
  private final GaussianProcess process;

  private Surrogate(
      SearchSpace space, Hyperparameters theta, double[][] points, double[] losses, double unit) {
    this.space = space;
    this.axes = Axes.of(space);
    this.theta = theta;
    this.points = points;
    this.losses = losses;
    this.unit = unit;
    this.process = new GaussianProcess(axes, theta, points, losses);
  }

  /** Empty while fewer than five trials have ended, or if there is nothing to search. */
  public static Optional<Surrogate> of(StudySnapshot snapshot, SearchSpace space) {
    History history = History.of(snapshot, space);
    if (history.ended().size() < InitialDesign.SIZE || space.size() == 0) {
      return Optional.empty();
    }
    Fit fit = Fit.of(history, Axes.of(space));
    double[] told = history.losses(0);
    double[] losses = OutputScale.PLAIN.of(told);
    return Optional.of(
        new Surrogate(
            space,
            fit.objective(0, OutputScale.PLAIN),
            history.points(),
            losses,
            unit(told, losses)));
  }

  /** Between the best and the median loss the scale is linear. */
  private static double unit(double[] told, double[] losses) {
    Integer[] order =
        IntStream.range(0, told.length)
            .filter(i -> Double.isFinite(told[i]))
            .boxed()
            .sorted(Comparator.comparingDouble(i -> told[i]))
            .toArray(Integer[]::new);
    if (order.length < 2) {
      return 0;
    }
    int best = order[0];
    int median = order[order.length / 2];
    double difference = losses[median] - losses[best];
    return difference > 0 ? (told[median] - told[best]) / difference : 0;
  }

  /** The same belief, with the same hyperparameters, before the last trial was known. */
  public Surrogate beforeLast() {
    int n = losses.length - 1;
    return new Surrogate(space, theta, Arrays.copyOf(points, n), Arrays.copyOf(losses, n), unit);
  }

  /** How many trials it was told of. */
  public int size() {
    return losses.length;
  }

  /** What a standardised loss of 1 is in the objective's own unit; 0 if all losses are equal. */
  public double unit() {
    return unit;
  }

  /** The variance of the noise. */
  public double noise() {
    return theta.noise();
  }

  /** The standardised loss of the last trial. */
  public double lastLoss() {
    return losses[losses.length - 1];
  }

  /** The point of the trial with the least expected loss, as coordinates of the space. */
  public double[] best() {
    return Arrays.stream(points).min(Comparator.comparingDouble(this::mean)).orElseThrow().clone();
  }

  /** The point of the last trial. */
  public double[] last() {
    return points[points.length - 1].clone();
  }

  /** The expected loss at a point. */
  public double mean(double[] point) {
    return process.at(point).mu;
  }

  /** The posterior covariance of the losses at two points, without noise. */
  public double covariance(double[] one, double[] other) {
    return process.covariance(one, other);
  }

  /**
   * How much the best trial can be worse than the best point, with probability {@code 1 - delta}.
   *
   * <pre>{@code min over trials of (mu + w sigma) - min over the space of (mu - w sigma),
   * w^2 = 2/5 log(d t^2 pi^2 / (6 delta)) }</pre>
   *
   * @see <a href="https://arxiv.org/abs/2104.08166">Makarova et al., Automatic termination for
   *     hyperparameter optimization, AutoML 2022</a>
   */
  public double regretBound(double delta) {
    double t = size();
    double width =
        Math.sqrt(0.4 * Math.log(axes.count() * t * t * Math.PI * Math.PI / (6 * delta)));
    double upper = Double.POSITIVE_INFINITY;
    for (double[] point : points) {
      GaussianProcess.Prediction f = process.at(point);
      upper = Math.min(upper, f.mu + width * f.sigma);
    }
    LowerBound bound = new LowerBound(process, width);
    AcquisitionSearch search =
        new AcquisitionSearch(space, bound, Set.of(), new SplittableRandom(size()));
    ParameterValues lowest = search.maximum(List.of(best()));
    double lower = -bound.at(space.coordinates(lowest));
    for (double[] point : points) {
      lower = Math.min(lower, -bound.at(point));
    }
    return Math.max(0, upper - lower);
  }
}
