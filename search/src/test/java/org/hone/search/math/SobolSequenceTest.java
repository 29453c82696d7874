package org.hone.search.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SobolSequenceTest implements QuasiRandomSequenceContract {
  @Override
  public QuasiRandomSequence sequence(int dimension, long seed) {
    return new SobolSequence(dimension, seed);
  }

  /** One of 2^m successive points in each of 2^m slices of every axis. */
  @Test
  void stratifiesEveryAxis() {
    SobolSequence sequence = new SobolSequence(1000, 3);
    boolean[][] hit = new boolean[1000][64];
    for (int i = 64; i < 128; i++) {
      double[] point = sequence.point(i);
      for (int j = 0; j < point.length; j++) {
        int slice = (int) (64 * point[j]);
        assertThat(hit[j][slice]).isFalse();
        hit[j][slice] = true;
      }
    }
  }

  /** The first two dimensions are a (0, 2)-sequence: every elementary box holds one point. */
  @Test
  void stratifiesEveryElementaryBoxOfTwoDimensions() {
    SobolSequence sequence = new SobolSequence(2, 11);
    for (int m = 0; m <= 6; m++) {
      boolean[] hit = new boolean[64];
      for (int i = 0; i < 64; i++) {
        double[] point = sequence.point(i);
        int box = ((int) (point[0] * (1 << m)) << (6 - m)) + (int) (point[1] * (1 << (6 - m)));
        assertThat(hit[box]).as("box %s at m=%s", box, m).isFalse();
        hit[box] = true;
      }
    }
  }

  @Test
  void saysHowManyDimensionsThereAre() {
    assertThatThrownBy(() -> new SobolSequence(1001, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1000");
  }
}
