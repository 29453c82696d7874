package org.hone.search.importance;

import java.util.Arrays;
import java.util.List;
import org.hone.search.trial.TrialRecord;

/** What the trees of a forest are grown from. */
final class Samples {
  private final List<Axis> axes;
  private final double[][] positions;
  private final int[][] ranks;
  private final double[] losses;

  /**
   * @param losses finite, one per trial
   */
  Samples(List<Axis> axes, List<TrialRecord> trials, double[] losses) {
    this.axes = axes;
    this.losses = losses;
    positions = new double[axes.size()][];
    ranks = new int[axes.size()][];
    for (int d = 0; d < axes.size(); d++) {
      positions[d] = trials.stream().mapToDouble(axes.get(d)::position).toArray();
      ranks[d] = ranks(positions[d]);
    }
  }

  private static int[] ranks(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return Arrays.stream(values).mapToInt(v -> Arrays.binarySearch(sorted, v)).toArray();
  }

  List<Axis> axes() {
    return axes;
  }

  int size() {
    return losses.length;
  }

  double loss(int sample) {
    return losses[sample];
  }

  double position(int sample, int dimension) {
    return positions[dimension][sample];
  }

  /**
   * The node's entries that have the parameter, in the order of its values.
   *
   * @return the entry's number in the lower 32 bits
   */
  long[] ordered(Node node, int dimension) {
    long[] order = new long[node.size()];
    int present = 0;
    for (int entry = 0; entry < node.size(); entry++) {
      int sample = node.sample(entry);
      if (!Double.isNaN(positions[dimension][sample])) {
        order[present++] = (long) ranks[dimension][sample] << 32 | entry;
      }
    }
    Arrays.sort(order, 0, present);
    return Arrays.copyOf(order, present);
  }
}
