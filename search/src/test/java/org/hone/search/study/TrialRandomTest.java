package org.hone.search.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hone.search.testkit.GoodnessOfFit.DRAWS;
import static org.hone.search.testkit.GoodnessOfFit.assertFollows;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrialRandomTest {
  @Test
  void followsFromSeedAndNumberAlone() {
    assertThat(TrialRandom.of(3, 5).nextLong()).isEqualTo(TrialRandom.of(3, 5).nextLong());
    assertThat(TrialRandom.of(3, 5).nextLong()).isNotEqualTo(TrialRandom.of(3, 6).nextLong());
    assertThat(TrialRandom.of(3, 5).nextLong()).isNotEqualTo(TrialRandom.of(4, 5).nextLong());
  }

  @Test
  void isUniformOverNumbersAndOverSeeds() {
    assertFollows(
        x -> x,
        IntStream.range(0, DRAWS).mapToDouble(n -> TrialRandom.of(0, n).nextDouble()).toArray());
    assertFollows(
        x -> x,
        IntStream.range(0, DRAWS).mapToDouble(s -> TrialRandom.of(s, 0).nextDouble()).toArray());
  }

  /** Neighbouring trials do not draw the same numbers one place later. */
  @Test
  void doesNotShiftFromTrialToTrial() {
    double[] third = TrialRandom.of(0, 3).doubles(50).toArray();
    double[] fourth = TrialRandom.of(0, 4).doubles(50).toArray();
    assertThat(third).doesNotContain(fourth);
  }
}
