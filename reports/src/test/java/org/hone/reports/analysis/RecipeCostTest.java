package org.hone.reports.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.hone.reports.Examples;
import org.hone.reports.Report;
import org.hone.search.trial.TrialRecord;
import org.junit.jupiter.api.Test;

class RecipeCostTest {
  /** The first run pays for a cold start. */
  private static Evidence evidence(int seeds, double baseline, double best) {
    TrialRecord[] runs = new TrialRecord[2 * seeds];
    for (int seed = 0; seed < seeds; seed++) {
      runs[2 * seed] = run(2 * seed, Evidence.BASELINE, seed == 0 ? 99 : baseline, 2000);
      runs[2 * seed + 1] = run(2 * seed + 1, Evidence.BEST, best, 500);
    }
    return Examples.confirmed(runs);
  }

  private static TrialRecord run(int number, String recipe, double seconds, int bytes) {
    return Examples.run(number, recipe, number / 2 + 1)
        .score(0.8 + 0.001 * number)
        .took(Duration.ofSeconds(500))
        .attribute(RecipeCost.TRAINING_TIME, seconds)
        .attribute(RecipeCost.MODEL_SIZE, bytes)
        .build();
  }

  @Test
  void aColdStartDoesNotCount() {
    RecipeCost cost = RecipeCost.of(evidence(3, 10, 20), RecipeCost.TRAINING_TIME);
    assertThat(cost.baseline().median()).isEqualTo(10);
    assertThat(cost.best().median()).isEqualTo(20);
    assertThat(Report.of(evidence(3, 10, 20)).markdown())
        .contains("its training took 20.0 s, the baseline's 10.0 s (medians of 3 and 3 runs)");
  }

  @Test
  void shortTrainingsAreNotCompared() {
    assertThat(Report.of(evidence(3, 0.3, 0.2)).markdown())
        .contains("too short (less than 2.00 s) to say which recipe takes longer")
        .doesNotContain("its training took");
  }

  @Test
  void fewRunsAreNotCompared() {
    assertThat(Report.of(evidence(2, 10, 20)).markdown())
        .doesNotContain("its training took", "too short")
        .contains("Its model takes 500 B, the baseline's 2.000 kB.");
  }

  @Test
  void withoutFiguresNothingIsSaid() {
    Evidence none = Examples.confirmed(new double[] {0.1, 0.2, 0.3}, new double[] {0.2, 0.3, 0.4});
    assertThat(RecipeCost.of(none, RecipeCost.MODEL_SIZE).isKnown()).isFalse();
    assertThat(Report.of(none).markdown()).doesNotContain("Its model takes", "too short");
  }
}
