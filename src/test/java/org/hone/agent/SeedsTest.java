package org.hone.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SeedsTest {
  @Test
  void everyTrainingHasItsOwn() {
    Seeds seeds = new Seeds(1);

    LongStream all =
        LongStream.concat(
            IntStream.range(0, 10_000).mapToLong(seeds::ofTrial),
            IntStream.rangeClosed(1, 10_000).mapToLong(seeds::ofConfirmation));

    assertThat(all.boxed().toList()).doesNotHaveDuplicates().allMatch(seed -> seed >= 0);
  }

  @Test
  void allFollowFromTheStudys() {
    assertThat(new Seeds(1).ofTrial(3)).isEqualTo(new Seeds(1).ofTrial(3));
    assertThat(new Seeds(1).ofTrial(3)).isNotEqualTo(new Seeds(2).ofTrial(3));
    assertThat(new Seeds(7).development()).isEqualTo(7);
  }
}
