package org.hone.search.math;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The density of a {@link ParzenEstimator} at points and along lines. Not thread-safe.
 *
 * <p>A component's share begins at its peak and drops from dimension to dimension. What has dropped
 * so far below the prior's share that a double could not tell is left out of the remaining
 * dimensions, which is nearly everything once trials are many: the cost is that of the first
 * dimensions, on vector instructions.
 */
public final class MixtureDensity {
  /** In logarithms: thousands of such components would still not be seen. */
  private static final double NEGLIGIBLE = 42;

  /** So many dimensions are gone through for all components. */
  private static final int HEAD = 3;

  private static final int STRIDE = 4;

  private final List<Kernels> dimensions;
  private final double[] peaks;
  private final int prior;

  /** Of all components, as far as dimensions have been gone through. */
  private final double[] all;

  /** What {@code all} was after the first dimensions of the point that begins with this. */
  private final double[] headShares;

  private final double[] headAt;
  private final int head;

  /** The components that are left, and their shares. */
  private final int[] relevant;

  private final double[] shares;
  private int count;

  /** The dimension that the shares do not speak of; as many as there are if they do of all. */
  private int open;

  MixtureDensity(List<Kernels> dimensions, double[] peaks) {
    this.dimensions = dimensions;
    this.peaks = peaks;
    prior = peaks.length - 1;
    head = Math.min(HEAD, dimensions.size());
    all = new double[peaks.length];
    headShares = new double[peaks.length];
    headAt = new double[head];
    Arrays.fill(headAt, Double.NaN);
    relevant = new int[peaks.length];
    shares = new double[peaks.length];
  }

  /** The logarithm of the density at a point, given in coordinates. */
  public double log(double[] point) {
    along(point, dimensions.size());
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      most = Math.max(most, shares[i]);
    }
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += Math.exp(shares[i] - most);
    }
    return most + Math.log(sum);
  }

  /** From now on {@link #logAt} speaks of the line through the point along a dimension. */
  public void along(double[] point, int dimension) {
    open = dimension;
    beginWithHead(point);
    double least = priorShare(point) - NEGLIGIBLE;
    find(least);
    int d = head;
    while (4 * count > all.length && d < point.length) {
      int to = Math.min(point.length, d + STRIDE);
      addDrops(point, d, to);
      d = to;
      find(least);
    }
    for (int i = 0; i < count; i++) {
      shares[i] = all[relevant[i]];
    }
    for (; d < point.length; d++) {
      if (d != open) {
        count = dimensions.get(d).keep(point[d], least, relevant, shares, count);
      }
    }
  }

  /** The logarithm of the density at a place of the {@linkplain #along line}. */
  public double logAt(double coordinate) {
    Kernels kernels = dimensions.get(open);
    double most = Double.NEGATIVE_INFINITY;
    double sum = 0;
    for (int i = 0; i < count; i++) {
      double share = shares[i] + kernels.drop(relevant[i], coordinate);
      if (share > most) {
        sum = sum * Math.exp(most - share) + 1;
        most = share;
      } else if (share > most - NEGLIGIBLE) {
        sum += Math.exp(share - most);
      }
    }
    return most + Math.log(sum);
  }

  /** A component, drawn by the mass that it has on the {@linkplain #along line}. */
  public int componentAlong(RandomGenerator random) {
    Kernels kernels = dimensions.get(open);
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      most = Math.max(most, shares[i] - kernels.peak(relevant[i]));
    }
    double[] masses = new double[count];
    for (int i = 0; i < count; i++) {
      masses[i] = Math.exp(shares[i] - kernels.peak(relevant[i]) - most);
    }
    return relevant[new WeightedChoice(masses).draw(random)];
  }

  /** The first dimensions are the same from line to line, as long as nothing better is found. */
  private void beginWithHead(double[] point) {
    boolean whole = open >= head;
    if (whole && Arrays.equals(headAt, 0, head, point, 0, head)) {
      System.arraycopy(headShares, 0, all, 0, all.length);
      return;
    }
    System.arraycopy(peaks, 0, all, 0, all.length);
    addDrops(point, 0, head);
    if (whole) {
      System.arraycopy(all, 0, headShares, 0, all.length);
      System.arraycopy(point, 0, headAt, 0, head);
    }
  }

  private void addDrops(double[] point, int from, int to) {
    for (int d = from; d < to; d++) {
      if (d != open) {
        dimensions.get(d).addDrops(point[d], all);
      }
    }
  }

  private double priorShare(double[] point) {
    double share = peaks[prior];
    for (int d = 0; d < point.length; d++) {
      Kernels kernels = dimensions.get(d);
      share += d == open ? kernels.deepestOfPrior() : kernels.drop(prior, point[d]);
    }
    return share;
  }

  private void find(double least) {
    int n = 0;
    for (int k = 0; k < all.length; k++) {
      relevant[n] = k;
      n += all[k] > least ? 1 : 0;
    }
    count = n;
  }
}
