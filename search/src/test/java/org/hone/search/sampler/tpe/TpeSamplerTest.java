package org.hone.search.sampler.tpe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.hone.search.sampler.RandomSampler;
import org.hone.search.sampler.Sampler;
import org.hone.search.space.Direction;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.hone.search.testkit.Histories;
import org.hone.search.testkit.JointSamplerContract;
import org.hone.search.testkit.SamplerContract;
import org.hone.search.trial.Catalogue;
import org.hone.search.trial.StudyDefinition;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialDraft;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;
import org.junit.jupiter.api.Test;

class TpeSamplerTest implements SamplerContract, JointSamplerContract {
  private static final SearchSpace LINE =
      SearchSpace.of(Parameter.of("x", FloatDistribution.of(0, 1)));

  @Override
  public Sampler sampler() {
    return new TpeSampler();
  }

  private static double x(ParameterValues point) {
    return point.number("x");
  }

  private double[] draws(List<TrialRecord> trials) {
    StudySnapshot snapshot = Histories.of(Direction.MINIMIZE, trials);
    return LongStream.range(0, 200)
        .mapToObj(seed -> sampler().sample(snapshot, LINE, new SplittableRandom(seed)).point())
        .mapToDouble(TpeSamplerTest::x)
        .toArray();
  }

  private static double shareWithin(double[] draws, double low, double high) {
    return LongStream.range(0, draws.length)
            .filter(i -> draws[(int) i] >= low && draws[(int) i] <= high)
            .count()
        / (double) draws.length;
  }

  @Test
  void beginsAtRandom() {
    StudySnapshot nine =
        Histories.of(Direction.MINIMIZE, Histories.complete(LINE, 9, TpeSamplerTest::x, 1));
    assertThat(sampler().sample(nine, LINE, new SplittableRandom(4)))
        .isEqualTo(new RandomSampler().sample(nine, LINE, new SplittableRandom(4)));
  }

  @Test
  void goesWhereGoodTrialsLie() {
    double[] draws = draws(Histories.complete(LINE, 60, point -> Math.abs(x(point) - 0.3), 1));
    assertThat(shareWithin(draws, 0.2, 0.4)).isGreaterThan(0.8);
  }

  /**
   * A prior's mode that is the author's default draws the search there, as long as little is known.
   */
  @Test
  void leansTowardsTheDefault() {
    List<TrialRecord> trials = Histories.complete(LINE, 12, point -> 1, 1);
    StudySnapshot snapshot = Histories.of(Direction.MINIMIZE, trials);
    double with = meanAround(0.95, snapshot);
    double without = meanAround(0.05, snapshot);
    assertThat(with).isGreaterThan(without);
  }

  private double meanAround(double preferred, StudySnapshot snapshot) {
    SearchSpace space = SearchSpace.of(Parameter.of("x", FloatDistribution.of(0, 1), preferred));
    return LongStream.range(0, 1000)
        .mapToObj(seed -> sampler().sample(snapshot, space, new SplittableRandom(seed)).point())
        .mapToDouble(TpeSamplerTest::x)
        .average()
        .orElseThrow();
  }

  /** Those who came farther are better, even if what they reported last is NaN. */
  @Test
  void learnsFromPrunedTrials() {
    Random random = new Random(7);
    List<TrialRecord> trials = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      double x = random.nextDouble();
      int step = 100 - (int) (100 * Math.abs(x - 0.7));
      trials.add(
          new TrialDraft(i + 1, i, TrialState.PRUNED)
              .parameter("x", FloatDistribution.of(0, 1), x)
              .intermediate(step, step > 90 ? Double.NaN : random.nextDouble())
              .record());
    }
    assertThat(shareWithin(draws(trials), 0.6, 0.8)).isGreaterThan(0.8);
  }

  /** While others try the best place, it goes elsewhere. */
  @Test
  void avoidsWhereRunningTrialsAre() {
    List<TrialRecord> finished = Histories.complete(LINE, 40, point -> Math.abs(x(point) - 0.5), 1);
    List<TrialRecord> busy = new ArrayList<>(finished);
    for (int i = 0; i < 40; i++) {
      busy.add(
          new TrialDraft(41 + i, 40 + i, TrialState.RUNNING)
              .parameter("x", FloatDistribution.of(0, 1), 0.45 + i * 0.0025)
              .record());
    }
    assertThat(shareWithin(draws(busy), 0.45, 0.55))
        .isLessThan(0.5 * shareWithin(draws(finished), 0.45, 0.55));
  }

  /** Smaller is better, but where x is small trials come to nothing. */
  @Test
  void avoidsWhereTrialsFail() {
    List<TrialRecord> trials = Histories.complete(LINE, 40, TpeSamplerTest::x, 1);
    assertThat(shareWithin(draws(withFailures(trials, "diverged")), 0, 0.05))
        .isLessThan(0.5 * shareWithin(draws(trials), 0, 0.05));
  }

  @Test
  void learnsNothingFromInterruptedTrials() {
    List<TrialRecord> trials = Histories.complete(LINE, 40, TpeSamplerTest::x, 1);
    assertThat(draws(withFailures(trials, TrialRecord.INTERRUPTED))).isEqualTo(draws(trials));
  }

  private static List<TrialRecord> withFailures(List<TrialRecord> trials, String reason) {
    List<TrialRecord> more = new ArrayList<>(trials);
    for (int i = 0; i < 40; i++) {
      more.add(
          new TrialDraft(41 + i, 40 + i, TrialState.FAIL)
              .parameter("x", FloatDistribution.of(0, 1), i * 0.00125)
              .systemAttribute(TrialRecord.REASON, reason)
              .record());
    }
    return more;
  }

  @Test
  void takesInfinityForAVeryBadValue() {
    double[] draws =
        draws(Histories.complete(LINE, 60, p -> x(p) < 0.8 ? Double.POSITIVE_INFINITY : x(p), 1));
    assertThat(shareWithin(draws, 0.75, 1)).isGreaterThan(0.7);
  }

  @Test
  void refusesSeveralObjectives() {
    StudyDefinition two =
        new StudyDefinition(
            "two",
            List.of(Direction.MINIMIZE, Direction.MINIMIZE),
            Optional.empty(),
            Catalogue.empty());
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                sampler().sample(StudySnapshot.of(two, List.of()), LINE, new SplittableRandom(0)));
  }

  @Test
  void takesATenthButNoMoreThan25() {
    assertThat(TpeSampler.gamma(4)).isEqualTo(1);
    assertThat(TpeSampler.gamma(11)).isEqualTo(2);
    assertThat(TpeSampler.gamma(250)).isEqualTo(25);
    assertThat(TpeSampler.gamma(100_000)).isEqualTo(25);
  }

  @Test
  void weighsOldTrialsLess() {
    assertThat(Recency.weights(3)).containsExactly(1, 1, 1, 1);
    double[] weights = Recency.weights(100);
    assertThat(weights).hasSize(101);
    assertThat(weights[0]).isEqualTo(0.01);
    assertThat(weights[74]).isEqualTo(1);
    assertThat(weights).isSorted();
    assertThat(Recency.weights(26)[0]).isEqualTo(1 / 26.0);
  }
}
