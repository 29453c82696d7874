package org.hone.search.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DotProductTest {
  @Test
  void sumsFromAnyPlaceToTheEnd() {
    double[] a = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    double[] b = {1, 10, 1, 1, 1, 1, 1, 1, 100};
    for (int from = 0; from <= b.length; from++) {
      double plain = 0;
      for (int i = from; i < b.length; i++) {
        plain += a[i] * b[i];
      }
      assertThat(DotProduct.from(from, a, b)).isEqualTo(plain);
    }
    assertThat(DotProduct.from(0, Arrays.copyOf(a, 3), new double[] {1, 10, 1})).isEqualTo(24);
  }
}
