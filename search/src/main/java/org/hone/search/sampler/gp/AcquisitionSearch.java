package org.hone.search.sampler.gp;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hone.search.math.LbfgsB;
import org.hone.search.math.Uniform;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;

/**
 * Searches a mixed, conditional space for the point at which the acquisition is largest: scores
 * random points and variations of the best ones, and from the most promising of them climbs in turn
 * along the gradient over the numeric parameters and by single changes of the discrete ones. Every
 * point is rounded to one of the space before it counts.
 *
 * @see <a href="https://doi.org/10.1016/j.neucom.2019.11.004">Garrido-Merchan and Hernandez-Lobato,
 *     Dealing with categorical and integer-valued variables in Bayesian optimization, 2020</a>
 * @see <a href="https://doi.org/10.1007/978-3-642-25566-3_40">Hutter et al., SMAC, LION 2011: local
 *     search over mixed spaces</a>
 */
final class AcquisitionSearch {
  private static final int UNIFORM = 200;
  private static final int VARIATIONS = 200;
  private static final int STARTS = 4;
  private static final int ROUNDS = 3;
  private static final int ASCENT = 30;
  private static final double PRECISION = 1e-5;
  private static final double PROGRESS = 1e-6;

  /** A point and what is expected of it. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Candidate(ParameterValues point, double[] x, double value) {}

  private final SearchSpace space;
  private final Acquisition acquisition;
  private final Set<ParameterValues> tried;
  private final RandomGenerator random;
  private final Neighbourhood neighbourhood;
  private Candidate best;

  /**
   * @param tried points not to be suggested again, unless nothing else is found
   */
  AcquisitionSearch(
      SearchSpace space,
      Acquisition acquisition,
      Set<ParameterValues> tried,
      RandomGenerator random) {
    this.space = space;
    this.acquisition = acquisition;
    this.tried = tried;
    this.random = random;
    this.neighbourhood = new Neighbourhood(space, random);
    this.best = evaluate(Uniform.point(space, random));
  }

  /**
   * The best point found.
   *
   * @param good points near which others may be good
   */
  ParameterValues maximum(List<double[]> good) {
    Stream<ParameterValues> uniform =
        Stream.generate(() -> Uniform.point(space, random)).limit(UNIFORM);
    Stream<ParameterValues> variations =
        Stream.generate(() -> good.get(random.nextInt(good.size())))
            .limit(VARIATIONS)
            .map(neighbourhood::variation);
    List<Candidate> starts =
        Stream.concat(uniform, variations)
            .distinct()
            .map(this::consider)
            .sorted(Comparator.comparingDouble(Candidate::value).reversed())
            .limit(STARTS)
            .toList();
    starts.forEach(this::climb);
    return neighbourhood.shaken(best.point);
  }

  private Candidate evaluate(ParameterValues point) {
    double[] x = space.coordinates(point);
    return new Candidate(point, x, acquisition.at(x));
  }

  private Candidate consider(ParameterValues point) {
    Candidate candidate = evaluate(point);
    boolean repeats = tried.contains(point);
    boolean bestRepeats = tried.contains(best.point);
    if (repeats == bestRepeats ? candidate.value > best.value : bestRepeats) {
      best = candidate;
    }
    return candidate;
  }

  private void climb(Candidate start) {
    Candidate now = start;
    for (int round = 0; round < ROUNDS; round++) {
      Candidate next = change(ascend(now));
      if (!(next.value > now.value + PROGRESS * Math.max(1, Math.abs(now.value)))) {
        return;
      }
      now = next;
    }
  }

  private static Candidate better(Candidate a, Candidate b) {
    return b.value > a.value ? b : a;
  }

  /** Along the gradient over the numeric parameters. */
  private Candidate ascend(Candidate from) {
    int[] free =
        IntStream.range(0, from.x.length).filter(d -> neighbourhood.isSmooth(d, from.x)).toArray();
    if (free.length == 0) {
      return from;
    }
    double[] x = from.x.clone();
    double[] slopes = new double[x.length];
    LbfgsB.Objective descent =
        (z, gradient) -> {
          put(z, free, x);
          Arrays.fill(slopes, 0);
          double value = acquisition.at(x, slopes);
          for (int k = 0; k < free.length; k++) {
            gradient[k] = -slopes[free[k]];
          }
          return -value;
        };
    double[] start = IntStream.of(free).mapToDouble(d -> from.x[d]).toArray();
    double[] low = new double[free.length];
    double[] high = IntStream.of(free).mapToDouble(d -> 1).toArray();
    put(LbfgsB.minimize(descent, start, low, high, ASCENT, PRECISION).x(), free, x);
    return better(from, consider(space.at(x)));
  }

  private static void put(double[] z, int[] places, double[] x) {
    for (int k = 0; k < places.length; k++) {
      x[places[k]] = z[k];
    }
  }

  /** By the best neighbour along each discrete parameter in turn. */
  private Candidate change(Candidate from) {
    Candidate now = from;
    for (int d = 0; d < from.x.length; d++) {
      Candidate here = now;
      now =
          neighbourhood
              .alongAxis(d, here.point)
              .map(this::consider)
              .reduce(here, AcquisitionSearch::better);
    }
    return now;
  }
}
