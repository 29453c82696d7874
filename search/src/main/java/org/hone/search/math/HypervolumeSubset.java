package org.hone.search.math;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * So many of a set of points that together dominate about as large a volume as possible: greedily,
 * always the point that adds most to those chosen before. That reaches at least 63 % of the best
 * choice's volume. Every objective is minimised.
 *
 * <p>What a point adds never grows as others are chosen, so that only the seemingly best is
 * computed anew.
 *
 * @see <a href="https://doi.org/10.1162/EVCO_a_00159">Guerreiro, Fonseca and Paquete, Greedy
 *     hypervolume subset selection in low dimensions, Evolutionary Computation 2016</a>
 */
public final class HypervolumeSubset {
  private static final double MARGIN = 0.1;

  private final double[][] losses;
  private final double[] reference;
  private final List<double[]> chosen = new ArrayList<>();

  private HypervolumeSubset(double[][] losses) {
    this.losses = losses;
    reference = reference(losses);
  }

  /**
   * The points chosen, in the order of their choice; the reference lies a tenth of the range beyond
   * the worst.
   *
   * @param losses one row per point, one column per objective; infinite ones count for as much
   *     beyond the finite ones as these range, NaN for positive infinity
   * @param count how many, up to all
   * @return their indices
   */
  public static int[] of(double[][] losses, int count) {
    if (count >= losses.length) {
      return Order.identity(losses.length);
    }
    return new HypervolumeSubset(finite(losses)).choose(count);
  }

  /** What a point adds, at least as much as it does when it was computed. */
  private record Gain(int point, double volume, int chosenBefore) {}

  private int[] choose(int count) {
    PriorityQueue<Gain> gains =
        new PriorityQueue<>(
            Comparator.comparingDouble((Gain gain) -> -gain.volume())
                .thenComparingInt(Gain::point));
    for (int i = 0; i < losses.length; i++) {
      gains.add(new Gain(i, gain(i), 0));
    }
    int[] subset = new int[count];
    while (chosen.size() < count) {
      Gain most = gains.remove();
      if (most.chosenBefore() == chosen.size()) {
        subset[chosen.size()] = most.point();
        chosen.add(losses[most.point()]);
      } else {
        gains.add(new Gain(most.point(), gain(most.point()), chosen.size()));
      }
    }
    return subset;
  }

  /** The point's own box less what the chosen ones dominate of it. */
  private double gain(int point) {
    double[] p = losses[point];
    double box = 1;
    for (int m = 0; m < p.length; m++) {
      box *= reference[m] - p[m];
    }
    double[][] within =
        chosen.stream()
            .map(q -> IntStream.range(0, p.length).mapToDouble(m -> Math.max(p[m], q[m])).toArray())
            .toArray(double[][]::new);
    return box - Hypervolume.of(within, reference);
  }

  private static double[] reference(double[][] losses) {
    return IntStream.range(0, losses[0].length)
        .mapToDouble(
            m -> {
              double[] column = Arrays.stream(losses).mapToDouble(row -> row[m]).toArray();
              double worst = Arrays.stream(column).max().orElseThrow();
              double range = worst - Arrays.stream(column).min().orElseThrow();
              return worst + (range > 0 ? MARGIN * range : 1);
            })
        .toArray();
  }

  private static double[][] finite(double[][] losses) {
    int objectives = losses[0].length;
    double[][] finite = new double[losses.length][objectives];
    for (int m = 0; m < objectives; m++) {
      int objective = m;
      double[] column =
          Arrays.stream(losses)
              .mapToDouble(row -> row[objective])
              .filter(Double::isFinite)
              .toArray();
      double least = Arrays.stream(column).min().orElse(0);
      double most = Arrays.stream(column).max().orElse(0);
      double beyond = most > least ? most - least : 1;
      for (int i = 0; i < losses.length; i++) {
        double loss = Double.isNaN(losses[i][m]) ? Double.POSITIVE_INFINITY : losses[i][m];
        finite[i][m] = Math.min(most + beyond, Math.max(least - beyond, loss));
      }
    }
    return finite;
  }
}
