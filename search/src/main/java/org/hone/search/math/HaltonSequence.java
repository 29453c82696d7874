package org.hone.search.math;

import java.util.SplittableRandom;
import org.apache.commons.math3.primes.Primes;

/**
 * Halton's sequence with scrambled digits: coordinate j is the index written in base p_j, the j-th
 * prime, mirrored at the point, each digit replaced by a random permutation that belongs to its
 * dimension and place. The permutations break the stripes that large neighbouring primes draw.
 *
 * <pre>{@code x_ij = sum over k of permutation_jk(digit k of i in base p_j) / p_j^(k+1)}</pre>
 *
 * @see <a href="https://arxiv.org/abs/1706.02808">Owen, A randomized Halton algorithm in R,
 *     2017</a>
 */
public final class HaltonSequence implements QuasiRandomSequence {
  /** More digits do not change a double below 1. */
  private static final double FINEST = 0x1p-53;

  /** By dimension, by place, by digit. */
  private final int[][][] permutations;

  /**
   * @param dimension at least 1
   * @param seed of the scrambling
   * @throws IllegalArgumentException for a smaller dimension
   */
  public HaltonSequence(int dimension, long seed) {
    if (dimension < 1) {
      throw new IllegalArgumentException(
          "a sequence has at least 1 dimension, but dimension=" + dimension);
    }
    permutations = new int[dimension][][];
    int prime = 2;
    for (int j = 0; j < dimension; j++) {
      permutations[j] = permutations(prime, new SplittableRandom(Scrambling.bits(seed, j)));
      prime = Primes.nextPrime(prime + 1);
    }
  }

  private static int[][] permutations(int base, SplittableRandom random) {
    int places = (int) Math.ceil(Math.log(FINEST) / Math.log(1.0 / base));
    int[][] permutations = new int[places][];
    for (int place = 0; place < places; place++) {
      permutations[place] = permutation(base, random);
    }
    return permutations;
  }

  /** Durstenfeld's shuffle, begun empty. */
  private static int[] permutation(int size, SplittableRandom random) {
    int[] permutation = new int[size];
    for (int i = 0; i < size; i++) {
      int j = random.nextInt(i + 1);
      permutation[i] = permutation[j];
      permutation[j] = i;
    }
    return permutation;
  }

  @Override
  public int dimension() {
    return permutations.length;
  }

  @Override
  public double[] point(long index) {
    if (index < 0) {
      throw new IllegalArgumentException("an index is at least 0, but index=" + index);
    }
    double[] point = new double[dimension()];
    for (int j = 0; j < point.length; j++) {
      point[j] = coordinate(index, permutations[j]);
    }
    return point;
  }

  /** Also the zeros before the index's first digit are permuted. */
  private static double coordinate(long index, int[][] permutations) {
    int base = permutations[0].length;
    double sum = 0;
    double worth = 1;
    long left = index;
    for (int[] permutation : permutations) {
      worth /= base;
      sum += permutation[(int) (left % base)] * worth;
      left /= base;
    }
    return Math.min(Math.max(sum + worth / 2, Double.MIN_NORMAL), Math.nextDown(1.0));
  }
}
