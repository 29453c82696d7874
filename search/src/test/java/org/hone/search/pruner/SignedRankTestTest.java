package org.hone.search.pruner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SignedRankTestTest {

  private static double p(double... differences) {
    return SignedRankTest.pValue(differences);
  }

  /** T = 10 of 15; of the 32 subsets of 1 to 5, ten sum to 5 or less, so ten to 10 or more. */
  @Test
  void countsTheSubsetsThatSumToAsMuch() {
    assertThat(p(1, 2, 3, 4, -5)).isEqualTo(10 / 32.0);
    assertThat(p(0.1, 0.2, 0.3)).isEqualTo(1 / 8.0);
    assertThat(p(-1, -2, -3)).isEqualTo(1);
    assertThat(p(5)).isEqualTo(0.5);
  }

  /** Ranks 1.5, 1.5: sums 0, 1.5, 1.5, 3. */
  @Test
  void equalDifferencesShareTheirRanks() {
    assertThat(p(1, 1)).isEqualTo(1 / 4.0);
    assertThat(p(1, -1)).isEqualTo(3 / 4.0);
    assertThat(p(2, 2, -1)).isEqualTo(2 / 8.0);
  }

  /** The zeros take the ranks 1 and 2, shared; what is left has the ranks 3 and 4. */
  @Test
  void zerosTakeRanksButNoSides() {
    assertThat(p(0, 0, 3, -2)).isEqualTo(2 / 4.0);
    assertThat(p(0, 0, 3, 2)).isEqualTo(1 / 4.0);
    assertThat(p(0, 0)).isEqualTo(1);
    assertThat(p()).isEqualTo(1);
  }

  /** Mean 51 * 52 / 4 = 663, variance 51 * 52 * 103 / 24 = 11381.5, z = 663 / 106.684 = 6.2146. */
  @Test
  void approximatesManyByTheNormalDistribution() {
    double[] all = IntStream.rangeClosed(1, 51).mapToDouble(i -> i).toArray();
    assertThat(p(all)).isCloseTo(2.574e-10, within(0.01e-10));
    double[] half = IntStream.rangeClosed(1, 60).mapToDouble(i -> i % 2 == 0 ? i : -i).toArray();
    double[] mirrored = IntStream.range(0, 60).mapToDouble(i -> -half[i]).toArray();
    assertThat(p(half) + p(mirrored)).isCloseTo(1, within(1e-12));
  }

  /** By the normal distribution: z = 229.5 / 103.59, p = 0.01337, and 204 / 106.68, p = 0.02793. */
  @Test
  void exactAndApproximateAgreeWhereTheyMeet() {
    double[] fifty = IntStream.rangeClosed(1, 50).mapToDouble(i -> i % 3 == 0 ? -i : i).toArray();
    double[] more = IntStream.rangeClosed(1, 51).mapToDouble(i -> i % 3 == 0 ? -i : i).toArray();
    assertThat(p(fifty)).isCloseTo(0.01337, within(0.0004));
    assertThat(p(more)).isCloseTo(0.02793, within(0.00002));
  }
}
