package org.hone.engine.metrics;

import java.util.Arrays;

/**
 * The median time of something that is done again and again, after it was done often enough to be
 * warm: predictions are first recorded and compared before they are replayed.
 */
public final class MedianTime {
  private static final int WARM_UP = 10;
  private static final int LAPS = 21;

  /** After so long the laps there are must do. */
  private static final long ENOUGH_NANOS = 1_000_000_000;

  private MedianTime() {}

  /** Of at least three times. */
  public static double seconds(Runnable action) {
    long begin = System.nanoTime();
    for (int i = 0; i < WARM_UP && System.nanoTime() - begin < ENOUGH_NANOS / 2; i++) {
      action.run();
    }
    double[] laps = new double[LAPS];
    int count = 0;
    while (count < LAPS && (count < 3 || System.nanoTime() - begin < ENOUGH_NANOS)) {
      long start = System.nanoTime();
      action.run();
      laps[count++] = (System.nanoTime() - start) * 1e-9;
    }
    Arrays.sort(laps, 0, count);
    return (laps[(count - 1) / 2] + laps[count / 2]) / 2;
  }
}
