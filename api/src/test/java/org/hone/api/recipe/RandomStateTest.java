package org.hone.api.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.hone.search.testkit.GoodnessOfFit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomStateTest {

  @Test
  void isSplitMix64() {
    RandomState random = new RandomState(1234567);
    assertThat(random.nextLong()).isEqualTo(6457827717110365317L);
    assertThat(random.nextLong()).isEqualTo(3203168211198807973L);
    assertThat(random.nextLong()).isEqualTo(Long.parseUnsignedLong("9817491932198370423"));
  }

  @Test
  void goesOnWhereItsStateStood() {
    RandomState random = new RandomState(11);
    random.nextGaussian();
    random.nextInt(17);
    RandomState restored = new RandomState(random.state());
    for (int i = 0; i < 100; i++) {
      assertThat(restored.nextGaussian()).isEqualTo(random.nextGaussian());
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {0, 1, -1, Long.MIN_VALUE})
  void isUniform(long seed) {
    RandomState random = new RandomState(seed);
    long[] counts = new long[20];
    for (int i = 0; i < GoodnessOfFit.DRAWS; i++) {
      counts[random.nextInt(counts.length)]++;
    }
    double[] equal = new double[counts.length];
    Arrays.fill(equal, 1.0 / counts.length);
    GoodnessOfFit.assertFrequencies(equal, counts);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {2, 3})
  void drawsTheUnitIntervalUniformly(long seed) {
    RandomState random = new RandomState(seed);
    double[] draws = random.doubles(GoodnessOfFit.DRAWS).toArray();
    GoodnessOfFit.assertFollows(x -> Math.max(0, Math.min(1, x)), draws);
  }
}
