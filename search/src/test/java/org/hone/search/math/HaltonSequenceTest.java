package org.hone.search.math;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HaltonSequenceTest implements QuasiRandomSequenceContract {
  private static final int[] PRIMES = {2, 3, 5, 7, 11, 13};

  @Override
  public QuasiRandomSequence sequence(int dimension, long seed) {
    return new HaltonSequence(dimension, seed);
  }

  /** p^2 successive points, one in each of p^2 slices of the axis with base p. */
  @Test
  void stratifiesEveryAxisInItsBase() {
    HaltonSequence sequence = new HaltonSequence(PRIMES.length, 5);
    for (int j = 0; j < PRIMES.length; j++) {
      int slices = PRIMES[j] * PRIMES[j];
      boolean[] hit = new boolean[slices];
      for (int i = 0; i < slices; i++) {
        int slice = (int) (slices * sequence.point(i)[j]);
        assertThat(hit[slice]).isFalse();
        hit[slice] = true;
      }
    }
  }
}
