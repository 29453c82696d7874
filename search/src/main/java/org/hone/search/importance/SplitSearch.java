package org.hone.search.importance;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Optional;

/**
 * Looks for the split of a node that explains most: the largest reduction of the sum of squared
 * deviations, among the samples that have the parameter.
 *
 * <p>Categories are put in the order of their mean, in which the best of all subsets is a prefix
 * (Breiman et al., Classification and Regression Trees, 1984, section 8.8).
 */
final class SplitSearch {
  private final Samples samples;
  private final double leastWeight;

  SplitSearch(Samples samples, double leastWeight) {
    this.samples = samples;
    this.leastWeight = leastWeight;
  }

  /** Empty if no split leaves enough weight on both sides and explains anything. */
  Optional<Split> best(Node node, int dimension) {
    int categories = samples.axes().get(dimension).categories();
    return categories > 0 ? ofCategories(node, dimension, categories) : ofNumbers(node, dimension);
  }

  private Optional<Split> ofNumbers(Node node, int dimension) {
    long[] order = samples.ordered(node, dimension);
    Scan scan = new Scan(leastWeight);
    for (long entry : order) {
      scan.expect(node.weight((int) entry), samples.loss(node.sample((int) entry)));
    }
    double best = 0;
    double threshold = Double.NaN;
    double share = 0;
    for (int k = 0; k + 1 < order.length; k++) {
      int sample = node.sample((int) order[k]);
      scan.moveLeft(node.weight((int) order[k]), samples.loss(sample));
      double here = samples.position(sample, dimension);
      double next = samples.position(node.sample((int) order[k + 1]), dimension);
      double gain = here < next ? scan.gain() : 0;
      if (gain > best) {
        best = gain;
        threshold = 0.5 * (here + next);
        share = scan.leftShare();
      }
    }
    return best > 0
        ? Optional.of(new Split(dimension, threshold, new BitSet(), best, share))
        : Optional.empty();
  }

  private Optional<Split> ofCategories(Node node, int dimension, int categories) {
    double[] weights = new double[categories];
    double[] sums = new double[categories];
    for (int entry = 0; entry < node.size(); entry++) {
      double position = samples.position(node.sample(entry), dimension);
      if (!Double.isNaN(position)) {
        weights[(int) position] += node.weight(entry);
        sums[(int) position] += node.weight(entry) * samples.loss(node.sample(entry));
      }
    }
    Integer[] order = present(weights, sums);
    Scan scan = new Scan(leastWeight);
    for (int category : order) {
      scan.expect(weights[category], sums[category] / weights[category]);
    }
    Optional<Split> best = Optional.empty();
    BitSet left = new BitSet();
    for (int k = 0; k + 1 < order.length; k++) {
      int category = order[k];
      scan.moveLeft(weights[category], sums[category] / weights[category]);
      left.set(category);
      if (scan.gain() > best.map(Split::gain).orElse(0.0)) {
        BitSet chosen = (BitSet) left.clone();
        best = Optional.of(new Split(dimension, Double.NaN, chosen, scan.gain(), scan.leftShare()));
      }
    }
    return best;
  }

  private static Integer[] present(double[] weights, double[] sums) {
    Integer[] order = new Integer[weights.length];
    Arrays.setAll(order, c -> c);
    return Arrays.stream(order)
        .filter(c -> weights[c] > 0)
        .sorted(Comparator.comparingDouble(c -> sums[c] / weights[c]))
        .toArray(Integer[]::new);
  }
}
