package org.hone.search.sampler.gp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.hone.search.space.Direction;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.SearchSpace;
import org.hone.search.testkit.Histories;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;
import org.junit.jupiter.api.Test;

class SurrogateTest {
  private static final SearchSpace PLANE =
      SearchSpace.of(
          Parameter.of("x", FloatDistribution.of(0, 1)),
          Parameter.of("y", FloatDistribution.of(0, 1)));

  private static final List<TrialRecord> TRIALS =
      Histories.complete(PLANE, 25, p -> 7 * p.number("x") + Math.pow(p.number("y"), 2), 3);

  private static Surrogate surrogate(int trials) {
    StudySnapshot snapshot = Histories.of(Direction.MINIMIZE, TRIALS.subList(0, trials));
    return Surrogate.of(snapshot, PLANE).orElseThrow();
  }

  @Test
  void needsFiveTrialsAndSomethingToSearch() {
    StudySnapshot four = Histories.of(Direction.MINIMIZE, TRIALS.subList(0, 4));
    assertThat(Surrogate.of(four, PLANE)).isEmpty();
    assertThat(Surrogate.of(Histories.of(Direction.MINIMIZE, TRIALS), SearchSpace.empty()))
        .isEmpty();
  }

  @Test
  void covarianceIsSymmetricAndBoundedByTheVariances() {
    Surrogate surrogate = surrogate(12);
    double[] one = {0.1, 0.9};
    double[] other = {0.15, 0.85};
    double covariance = surrogate.covariance(one, other);
    assertThat(covariance).isCloseTo(surrogate.covariance(other, one), within(1e-9));
    double bound = Math.sqrt(surrogate.covariance(one, one) * surrogate.covariance(other, other));
    assertThat(covariance).isPositive().isLessThanOrEqualTo(bound);
  }

  @Test
  void aTrialLeavesLessToDoubtWhereItWas() {
    Surrogate after = surrogate(12);
    Surrogate before = after.beforeLast();
    double[] last = after.last();
    assertThat(before.size()).isEqualTo(11);
    assertThat(after.covariance(last, last)).isLessThan(before.covariance(last, last));
    assertThat(Math.abs(after.mean(last) - after.lastLoss()))
        .isLessThan(Math.abs(before.mean(last) - after.lastLoss()));
  }

  /** Losses of the better half keep their proportions. */
  @Test
  void theUnitLeadsBackToTheObjective() {
    Surrogate surrogate = surrogate(25);
    double difference =
        surrogate.unit()
            * (surrogate.mean(new double[] {0.4, 0.2}) - surrogate.mean(new double[] {0.2, 0.2}));
    assertThat(difference).isCloseTo(1.4, within(0.3));
    assertThat(surrogate.regretBound(0.1)).isPositive();
  }
}
