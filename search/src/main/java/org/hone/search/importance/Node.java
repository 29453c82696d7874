package org.hone.search.importance;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** The samples in one part of the space, each with a weight. */
final class Node {
  /** So little of a sample is not worth following any further. */
  private static final double LEAST_WEIGHT = 1.0 / 64;

  private final int[] samples;
  private final double[] weights;
  private final int size;

  private Node(int[] samples, double[] weights, int size) {
    this.samples = samples;
    this.weights = weights;
    this.size = size;
  }

  /** As many samples as there are, drawn with replacement. */
  static Node bootstrap(int count, RandomGenerator random) {
    double[] times = new double[count];
    for (int i = 0; i < count; i++) {
      times[random.nextInt(count)]++;
    }
    int[] samples = new int[count];
    double[] weights = new double[count];
    int size = 0;
    for (int i = 0; i < count; i++) {
      if (times[i] > 0) {
        samples[size] = i;
        weights[size++] = times[i];
      }
    }
    return new Node(samples, weights, size);
  }

  int size() {
    return size;
  }

  int sample(int entry) {
    return samples[entry];
  }

  double weight(int entry) {
    return weights[entry];
  }

  double weight() {
    return Arrays.stream(weights, 0, size).sum();
  }

  double mean(Samples all) {
    double sum = 0;
    for (int entry = 0; entry < size; entry++) {
      sum += weights[entry] * all.loss(samples[entry]);
    }
    return sum / weight();
  }

  /**
   * One side of a split. A sample that does not have the parameter is on both, in the proportion of
   * those that have it: so the parameter explains nothing where it does not exist.
   */
  Node side(Split split, boolean left, Samples all) {
    int[] chosen = new int[size];
    double[] kept = new double[size];
    int count = 0;
    for (int entry = 0; entry < size; entry++) {
      double position = all.position(samples[entry], split.dimension());
      double share = left ? split.leftShare() : 1 - split.leftShare();
      if (!Double.isNaN(position)) {
        share = split.goesLeft(position) == left ? 1 : 0;
      }
      if (share * weights[entry] >= LEAST_WEIGHT) {
        chosen[count] = samples[entry];
        kept[count++] = share * weights[entry];
      }
    }
    return new Node(chosen, kept, count);
  }
}
