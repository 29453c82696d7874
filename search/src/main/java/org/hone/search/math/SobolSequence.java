package org.hone.search.math;

import org.apache.commons.math3.random.SobolSequenceGenerator;

/**
 * Sobol's sequence in base 2, with the nested uniform scrambling of Owen: each binary digit is
 * flipped by a random bit that depends on all digits before it. Every aligned block of 2^m points
 * keeps its stratification, every single point is uniform, and the corner 0, where the plain
 * sequence begins, is gone.
 *
 * <pre>{@code
 * x_i = XOR of v_k over the bits k of the Gray code of i;   x_i's digit b becomes
 * digit b XOR random(seed, dimension, digits 1..b-1)
 * }</pre>
 *
 * Direction numbers v are those of Joe and Kuo (new-joe-kuo-6), as Commons Math carries them.
 *
 * @see <a href="https://doi.org/10.1137/070709359">Joe and Kuo, Constructing Sobol sequences with
 *     better two-dimensional projections, SIAM J. Sci. Comput. 2008</a>
 * @see <a href="https://doi.org/10.1007/978-1-4612-2552-2_19">Owen, Randomly permuted (t,m,s)-nets
 *     and (t,s)-sequences, 1995</a>
 */
public final class SobolSequence implements QuasiRandomSequence {
  /** For so many dimensions there are direction numbers. */
  public static final int MOST_DIMENSIONS = 1000;

  /** For so many binary digits of an index there are direction numbers. */
  private static final int INDEX_BITS = 31;

  private static final int DIGITS = 52;

  private final long[][] directions;
  private final long seed;

  /**
   * @param dimension 1 to {@value #MOST_DIMENSIONS}
   * @param seed of the scrambling
   * @throws IllegalArgumentException for another dimension
   */
  public SobolSequence(int dimension, long seed) {
    if (dimension < 1 || dimension > MOST_DIMENSIONS) {
      throw new IllegalArgumentException(
          "Sobol's sequence has 1 to %d dimensions, but dimension=%d"
              .formatted(MOST_DIMENSIONS, dimension));
    }
    this.directions = directions(dimension);
    this.seed = seed;
  }

  /** The point whose index has the Gray code 2^k, which is 2^(k+1) - 1, is direction k itself. */
  private static long[][] directions(int dimension) {
    SobolSequenceGenerator plain = new SobolSequenceGenerator(dimension);
    long[][] directions = new long[INDEX_BITS][dimension];
    for (int k = 0; k < INDEX_BITS; k++) {
      double[] point = plain.skipTo((int) ((1L << (k + 1)) - 1));
      for (int j = 0; j < dimension; j++) {
        directions[k][j] = (long) Math.scalb(point[j], DIGITS);
      }
    }
    return directions;
  }

  @Override
  public int dimension() {
    return directions[0].length;
  }

  @Override
  public double[] point(long index) {
    if (index < 0 || index >= 1L << INDEX_BITS) {
      throw new IllegalArgumentException("an index is 0 to 2^31 - 1, but index=" + index);
    }
    long gray = index ^ (index >>> 1);
    double[] point = new double[dimension()];
    for (int j = 0; j < point.length; j++) {
      point[j] = Math.scalb(scramble(plain(gray, j), j) + 0.5, -DIGITS);
    }
    return point;
  }

  private long plain(long gray, int dimension) {
    long digits = 0;
    for (long left = gray; left != 0; left &= left - 1) {
      digits ^= directions[Long.numberOfTrailingZeros(left)][dimension];
    }
    return digits;
  }

  /** A leading one tells apart prefixes of different lengths. */
  private long scramble(long digits, int dimension) {
    long scrambled = 0;
    for (int b = DIGITS - 1; b >= 0; b--) {
      long prefix = (1L << (DIGITS - 1 - b)) | (digits >>> (b + 1));
      long flip = Scrambling.bits(seed, dimension, prefix) & 1;
      scrambled = (scrambled << 1) | ((digits >>> b & 1) ^ flip);
    }
    return scrambled;
  }
}
