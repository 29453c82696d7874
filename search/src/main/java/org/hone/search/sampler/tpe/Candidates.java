package org.hone.search.sampler.tpe;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.hone.search.math.Kernels;
import org.hone.search.math.MixtureDensity;
import org.hone.search.math.ParzenEstimator;

/**
 * The search for a group's most promising point: the largest l(x)/g(x), hence the largest expected
 * improvement, among draws from l, and then among draws along each axis through the best of them.
 */
final class Candidates {
  private final ParzenEstimator good;
  private final MixtureDensity l;
  private final MixtureDensity g;
  private final Region region;
  private final ToDoubleFunction<double[]> belief;
  private final RandomGenerator random;
  private double[] best = {};
  private double most;
  private boolean tried;

  /**
   * @param belief what is added to log l/g
   */
  Candidates(
      Model model, Region region, ToDoubleFunction<double[]> belief, RandomGenerator random) {
    good = model.good();
    l = good.density();
    g = model.bad().density();
    this.region = region;
    this.belief = belief;
    this.random = random;
  }

  /** The best point found, in coordinates of the group's parameters. */
  double[] best(TpeSettings settings) {
    for (int i = 0; i < settings.candidates(); i++) {
      double[] x = draw();
      consider(x, l.log(x) - g.log(x) + belief.applyAsDouble(x));
    }
    for (int d = 0; d < best.length && best.length > 1; d++) {
      if (region.isLine(d)) {
        searchAlong(d, settings.lineCandidates());
      }
    }
    return best;
  }

  private double[] draw() {
    int component = good.component(random);
    double[] x = new double[good.dimensions().size()];
    Arrays.fill(x, Double.NaN);
    for (int d = 0; d < x.length; d++) {
      x[d] = region.draw(good.dimensions().get(d), component, d, x, random);
    }
    return x;
  }

  private void searchAlong(int d, int count) {
    Kernels kernels = good.dimensions().get(d);
    double[] from = best;
    l.along(from, d);
    g.along(from, d);
    for (int i = 0; i < count; i++) {
      double[] x = from.clone();
      x[d] = region.draw(kernels, l.componentAlong(random), d, x, random);
      consider(x, l.logAt(x[d]) - g.logAt(x[d]) + belief.applyAsDouble(x));
    }
  }

  /** Any point that was not tried is better than one that was. */
  private void consider(double[] x, double improvement) {
    boolean first = best.length == 0;
    if (first || improvement > most || tried) {
      boolean again = region.isTried(x);
      if (first || (again == tried ? improvement > most : tried)) {
        best = x;
        most = improvement;
        tried = again;
      }
    }
  }
}
