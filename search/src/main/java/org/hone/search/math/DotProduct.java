package org.hone.search.math;

/** The scalar product of parts of two vectors. */
public final class DotProduct {
  private DotProduct() {}

  /**
   * Over the entries from {@code from} on. Sums by fours, so that the processor does not have to
   * wait for each addition.
   *
   * @param a at least as long as b
   */
  public static double from(int from, double[] a, double[] b) {
    int n = b.length;
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = from;
    for (; i < n - 3; i += 4) {
      s0 += a[i] * b[i];
      s1 += a[i + 1] * b[i + 1];
      s2 += a[i + 2] * b[i + 2];
      s3 += a[i + 3] * b[i + 3];
    }
    for (; i < n; i++) {
      s0 += a[i] * b[i];
    }
    return s0 + s1 + (s2 + s3);
  }
}
