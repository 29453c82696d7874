package org.hone.engine.data.split;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChronologyTest {
  private static int[] sorted(int[] rows) {
    return Arrays.stream(rows).sorted().toArray();
  }

  @Test
  void earlierRowsTrainLaterOnesValidateTheLatestTest() {
    double[] times = new Random(1).doubles(100).toArray();
    Split split = new Chronology(times).deal(new SplitPlan(0.2, 0.1, 1, 1));
    assertThat(split.training()).hasSize(70);
    assertThat(split.validation()).hasSize(20);
    assertThat(split.test()).hasSize(10);
    double lastTrained = Arrays.stream(split.training()).mapToDouble(r -> times[r]).max().orElse(0);
    double firstTested = Arrays.stream(split.test()).mapToDouble(r -> times[r]).min().orElse(0);
    assertThat(Arrays.stream(split.validation()).mapToObj(row -> times[row]))
        .allMatch(time -> time > lastTrained && time < firstTested);
  }

  @Test
  void seedsChangeTheOrderOnly() {
    double[] times = new Random(1).doubles(50).toArray();
    Split one = new Chronology(times).deal(new SplitPlan(0.2, 0.1, 1, 1));
    Split other = new Chronology(times).deal(new SplitPlan(0.2, 0.1, 2, 2));
    assertThat(other.training()).isNotEqualTo(one.training());
    assertThat(sorted(other.training())).isEqualTo(sorted(one.training()));
    assertThat(sorted(other.test())).isEqualTo(sorted(one.test()));
  }

  @Test
  void rowsOfTheSameTimeStayTogether() {
    double[] times =
        IntStream.range(0, 30).mapToDouble(row -> row < 17 ? 0 : row < 19 ? 1 : 2).toArray();
    Split split = new Chronology(times).deal(new SplitPlan(0.2, 0.1, 1, 1));
    assertThat(sorted(split.training())).isEqualTo(IntStream.range(0, 17).toArray());
    assertThat(sorted(split.validation())).containsExactly(17, 18);
    assertThat(sorted(split.test())).isEqualTo(IntStream.range(19, 30).toArray());
  }

  @Test
  void eachFoldValidatesOnWhatComesAfterItsTraining() {
    double[] times = IntStream.range(0, 50).mapToDouble(row -> -row).toArray();
    SplitPlan plan = new SplitPlan(0.2, 0.2, 1, 1);
    for (int fold = 0; fold < 3; fold++) {
      Split split = new Chronology(times).deal(plan.withFold(new SplitPlan.Fold(fold, 3)));
      int end = 50 - 10 * (fold + 1);
      assertThat(sorted(split.training())).isEqualTo(IntStream.range(end, 50).toArray());
      assertThat(sorted(split.validation())).isEqualTo(IntStream.range(end - 10, end).toArray());
      assertThat(sorted(split.test())).isEqualTo(IntStream.range(0, 10).toArray());
    }
  }

  @Test
  void withoutValidationAndTestAllRowsTrain() {
    Split split = new Chronology(new double[] {3, 1, 2}).deal(new SplitPlan(0, 0, 1, 1));
    assertThat(split.training()).hasSize(3);
    assertThat(split.validation()).isEmpty();
    assertThat(split.test()).isEmpty();
  }

  @Test
  void twoTimesAreTooFewForThreeParts() {
    SplitPlan plan = new SplitPlan(0.2, 0.2, 1, 1);
    Chronology two = new Chronology(new double[] {1, 1, 2, 2});
    assertThat(two.deal(plan).isComplete(plan)).isFalse();
    assertThat(two.supply()).isEqualTo("2 different times");
  }
}
