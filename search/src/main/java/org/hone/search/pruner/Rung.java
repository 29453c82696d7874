package org.hone.search.pruner;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hone.search.math.Hypervolume;
import org.hone.search.math.NonDominatedSort;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;

/**
 * Where trials are compared before they go on: a trial arrives with its first report at or after
 * the step. The order is that of the loss; with several objectives that of non-dominated fronts,
 * and within a front of how much hypervolume only this trial covers.
 *
 * @param step 0 or more; a long, since it grows geometrically
 * @see <a href="https://arxiv.org/abs/2106.12639">Schmucker et al., Multi-objective asynchronous
 *     successive halving, 2021</a>
 */
record Rung(long step) {
  /** The reference point lies this far beyond the worst, in units of the front's extent. */
  private static final double MARGIN = 0.1;

  /** Whether a trial with these reports arrives with the last of them. */
  boolean isReachedBy(SortedMap<Integer, Double> reported) {
    return !reported.isEmpty()
        && reported.lastKey() >= step
        && (step > Integer.MAX_VALUE || arrival(reported) == reported.lastKey());
  }

  private int arrival(SortedMap<Integer, Double> reported) {
    return reported.tailMap((int) step).firstKey();
  }

  /** The losses with which a trial arrived; empty if it has not, or with NaN. */
  Optional<double[]> arrivalOf(StudySnapshot snapshot, TrialRecord trial) {
    SortedMap<Integer, Double> reported = trial.intermediate();
    if (reported.isEmpty() || reported.lastKey() < step) {
      return Optional.empty();
    }
    int at = arrival(reported);
    List<Double> values =
        snapshot.definition().directions().size() == 1
            ? List.of(reported.getOrDefault(at, Double.NaN))
            : trial.reports().getOrDefault(at, List.of());
    return Optional.of(values)
        .filter(all -> Objectives.fit(snapshot, all))
        .filter(all -> all.stream().noneMatch(value -> value.isNaN()))
        .map(all -> Objectives.losses(snapshot, all));
  }

  /**
   * How many of the others are ahead.
   *
   * @param losses of one trial, without NaN
   * @param others of the same length
   */
  static int ahead(double[] losses, Stream<double[]> others) {
    double[][] all = Stream.concat(Stream.of(losses), others).toArray(double[][]::new);
    int[] ranks = NonDominatedSort.ranks(all);
    int[] front = IntStream.range(0, all.length).filter(i -> ranks[i] == ranks[0]).toArray();
    double[] covered = covered(Arrays.stream(front).mapToObj(i -> all[i]).toArray(double[][]::new));
    long better = Arrays.stream(ranks).filter(rank -> rank < ranks[0]).count();
    long wider = Arrays.stream(covered).filter(volume -> volume > covered[0]).count();
    return (int) (better + wider);
  }

  /** What each point of a front adds to its hypervolume, every objective brought to one scale. */
  private static double[] covered(double[][] front) {
    int objectives = front[0].length;
    double[] reference = new double[objectives];
    Arrays.fill(reference, 1 + MARGIN);
    double[][] scaled = new double[front.length][objectives];
    for (int m = 0; m < objectives; m++) {
      int objective = m;
      double[] finite =
          Arrays.stream(front).mapToDouble(p -> p[objective]).filter(Double::isFinite).toArray();
      double low = Arrays.stream(finite).min().orElse(0);
      double extent = Arrays.stream(finite).max().orElse(0) - low;
      for (int i = 0; i < front.length; i++) {
        double place = (front[i][m] - low) / (extent > 0 ? extent : 1);
        scaled[i][m] = Math.max(-1, Math.min(1 + MARGIN, place));
      }
    }
    return Hypervolume.contributions(scaled, reference);
  }
}
