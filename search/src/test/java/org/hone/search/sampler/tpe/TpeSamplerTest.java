package org.hone.search.sampler.tpe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.hone.search.sampler.RandomSampler;
import org.hone.search.sampler.Sampler;
import org.hone.search.space.CategoricalDistribution;
import org.hone.search.space.Direction;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.IntDistribution;
import org.hone.search.space.LessOrEqual;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.hone.search.testkit.Histories;
import org.hone.search.testkit.JointSamplerContract;
import org.hone.search.testkit.MultiObjectiveSamplerContract;
import org.hone.search.testkit.SamplerContract;
import org.hone.search.trial.Memo;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialDraft;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;
import org.junit.jupiter.api.Test;

class TpeSamplerTest
    implements SamplerContract, JointSamplerContract, MultiObjectiveSamplerContract {
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

  private double meanAround(double preferred, int trials, TpeSettings settings) {
    SearchSpace space = SearchSpace.of(Parameter.of("x", FloatDistribution.of(0, 1), preferred));
    StudySnapshot snapshot =
        Histories.of(
            Direction.MINIMIZE, Histories.complete(LINE, trials, p -> Math.abs(x(p) - 0.5), 1));
    TpeSampler sampler = new TpeSampler(settings);
    return LongStream.range(0, 1000)
        .mapToObj(seed -> sampler.sample(snapshot, space, new SplittableRandom(seed)).point())
        .mapToDouble(TpeSamplerTest::x)
        .average()
        .orElseThrow();
  }

  /** How far a default draws the search off the best place. */
  private double pull(int trials, TpeSettings settings) {
    return meanAround(0.95, trials, settings) - meanAround(0.05, trials, settings);
  }

  @Test
  void defaultsDrawTheSearchLessAndLess() {
    TpeSettings usual = TpeSettings.DEFAULT;
    assertThat(pull(5, usual)).as("half of the first ones near the default").isGreaterThan(0.2);
    double soon = pull(15, usual);
    double late = pull(150, usual);
    assertThat(soon).isGreaterThan(0.1);
    assertThat(late).isLessThan(0.5 * soon);
    assertThat(pull(15, usual.withTrustInDefaults(0))).isLessThan(0.5 * soon);
  }

  @Test
  void beginsWithTheDefaults() {
    SearchSpace space = SamplerContract.everything();
    StudySnapshot nothing = Histories.of(Direction.MINIMIZE, List.of());
    ParameterValues first = sampler().sample(nothing, space, new SplittableRandom(1)).point();
    assertThat(first.number("rate")).isEqualTo(0.01);
    assertThat(first.number("units")).isEqualTo(64);
    Parameter kind = Parameter.of("kind", CategoricalDistribution.of("a", "b", "c"), "b");
    StudySnapshot one =
        Histories.of(Direction.MINIMIZE, Histories.complete(SearchSpace.of(kind), 1, p -> 1, 1));
    long kept =
        LongStream.range(0, 1000)
            .mapToObj(
                seed -> sampler().sample(one, SearchSpace.of(kind), new SplittableRandom(seed)))
            .filter(suggestion -> suggestion.point().category("kind").equals("b"))
            .count();
    assertThat(kept).as("of 1000, half at 4:1:1 and half uniform").isBetween(440L, 560L);
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

  /** Two were let run on where it is bad; the rest was told apart at the first rung. */
  @Test
  void comparesTrialsAtARungWhileFewAreComplete() {
    List<TrialRecord> trials = new ArrayList<>();
    for (TrialRecord trial : Histories.complete(LINE, 40, point -> 0, 5)) {
      boolean complete = trial.number() < 2;
      double x = complete ? 0.1 + 0.01 * trial.number() : x(trial.parameters());
      TrialDraft draft =
          new TrialDraft(
                  trial.id(), trial.number(), complete ? TrialState.COMPLETE : TrialState.PRUNED)
              .parameter("x", FloatDistribution.of(0, 1), x)
              .intermediate(1, Math.abs(x - 0.8));
      trials.add((complete ? draft.intermediate(9, 0.5).values(List.of(0.5)) : draft).record());
    }
    double[] draws = draws(trials);
    assertThat(shareWithin(draws, 0.7, 0.9)).isGreaterThan(0.8);
    assertThat(shareWithin(draws, 0.05, 0.15)).isLessThan(0.05);
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
  void takesATenthButNoMoreThan25Or100OfAFront() {
    assertThat(TpeSettings.tenth(4, 1)).isEqualTo(1);
    assertThat(TpeSettings.tenth(11, 1)).isEqualTo(2);
    assertThat(TpeSettings.tenth(250, 1)).isEqualTo(25);
    assertThat(TpeSettings.tenth(100_000, 1)).isEqualTo(25);
    assertThat(TpeSettings.tenth(990, 2)).isEqualTo(99);
    assertThat(TpeSettings.tenth(100_000, 2)).isEqualTo(100);
  }

  @Test
  void weighsOldTrialsLess() {
    assertThat(Recency.weights(3)).containsExactly(1, 1, 1);
    double[] weights = Recency.weights(100);
    assertThat(weights).hasSize(100);
    assertThat(weights[0]).isEqualTo(0.01);
    assertThat(weights[74]).isEqualTo(1);
    assertThat(weights).isSorted();
    assertThat(Recency.weights(26)[0]).isEqualTo(1 / 26.0);
  }

  /** Trials that respect constraints go first, whatever their values. */
  @Test
  void prefersTrialsThatRespectConstraints() {
    List<TrialRecord> trials = new ArrayList<>();
    for (TrialRecord trial : Histories.complete(LINE, 60, TpeSamplerTest::x, 1)) {
      trials.add(
          new TrialDraft(trial.id(), trial.number(), TrialState.COMPLETE)
              .parameters(trial.parameters())
              .values(trial.values())
              .systemAttribute(TrialRecord.CONSTRAINTS, List.of(0.6 - x(trial.parameters())))
              .record());
    }
    assertThat(shareWithin(draws(trials), 0.55, 0.75)).isGreaterThan(0.7);
  }

  @Test
  void drawsWhatOrderConstraintsLeave() {
    SearchSpace ordered =
        new SearchSpace(
            List.of(
                Parameter.of("low", FloatDistribution.of(0, 1)),
                Parameter.of("high", FloatDistribution.of(0, 1))),
            List.of(new LessOrEqual("low", "high")));
    StudySnapshot snapshot =
        Histories.of(
            Direction.MINIMIZE,
            Histories.complete(ordered, 60, p -> p.number("high") - p.number("low"), 3));
    double gap =
        LongStream.range(0, 200)
            .mapToObj(seed -> sampler().sample(snapshot, ordered, new SplittableRandom(seed)))
            .mapToDouble(s -> s.point().number("high") - s.point().number("low"))
            .peek(difference -> assertThat(difference).isNotNegative())
            .average()
            .orElseThrow();
    assertThat(gap).as("mean gap; 1/3 for uniform draws").isLessThan(0.15);
  }

  @Test
  void suggestsNothingTwiceWhereValuesAreFew() {
    SearchSpace dice =
        SearchSpace.of(
            Parameter.of("one", IntDistribution.of(1, 6)),
            Parameter.of("other", CategoricalDistribution.of("a", "b", "c", "d")));
    List<TrialRecord> trials =
        Histories.complete(dice, 16, p -> p.number("one"), 2).stream().toList();
    StudySnapshot snapshot = Histories.of(Direction.MINIMIZE, trials);
    assertThat(
            LongStream.range(0, 100)
                .mapToObj(
                    seed -> sampler().sample(snapshot, dice, new SplittableRandom(seed)).point()))
        .doesNotContainAnyElementsOf(trials.stream().map(TrialRecord::parameters).toList());
  }

  /** What was kept from trial to trial saves time and changes nothing. */
  @Test
  void suggestsTheSameWhateverWasKept() {
    SearchSpace space = SamplerContract.everything();
    Memo kept = new Memo();
    Random order = new Random(9);
    List<TrialRecord> trials = new ArrayList<>(Histories.mixed(space, 80, 4));
    for (int n = 20; n <= trials.size(); n++) {
      List<TrialRecord> now = new ArrayList<>(trials.subList(0, n));
      int running = order.nextInt(n);
      TrialRecord there = now.get(running);
      now.set(
          running,
          new TrialDraft(there.id(), there.number(), TrialState.RUNNING)
              .parameters(there.parameters())
              .record());
      StudySnapshot fresh = Histories.of(Direction.MINIMIZE, now);
      assertThat(sampler().sample(fresh.with(kept), space, new SplittableRandom(n)))
          .isEqualTo(sampler().sample(fresh, space, new SplittableRandom(n)));
    }
    StudySnapshot shorter = Histories.of(Direction.MINIMIZE, trials.subList(0, 30));
    assertThat(sampler().sample(shorter.with(kept), space, new SplittableRandom(1)))
        .isEqualTo(sampler().sample(shorter, space, new SplittableRandom(1)));
  }

  @Test
  void modelsEachParameterAloneIfTold() {
    TpeSampler alone = new TpeSampler(TpeSettings.DEFAULT.withMultivariate(Multivariate.NEVER));
    SearchSpace space = SamplerContract.everything();
    StudySnapshot snapshot =
        Histories.of(Direction.MINIMIZE, Histories.complete(space, 60, p -> p.number("share"), 1));
    double mean =
        LongStream.range(0, 100)
            .mapToObj(seed -> alone.sample(snapshot, space, new SplittableRandom(seed)).point())
            .mapToDouble(point -> point.number("share"))
            .average()
            .orElseThrow();
    assertThat(mean).isLessThan(0.2);
  }

  @Test
  void leavesRunningTrialsOutIfTold() {
    TpeSampler careless = new TpeSampler(TpeSettings.DEFAULT.withConstantLiar(false));
    List<TrialRecord> trials = Histories.complete(LINE, 40, TpeSamplerTest::x, 1);
    List<TrialRecord> busy = new ArrayList<>(trials);
    busy.add(
        new TrialDraft(41, 40, TrialState.RUNNING)
            .parameter("x", FloatDistribution.of(0, 1), 0)
            .record());
    StudySnapshot with = Histories.of(Direction.MINIMIZE, busy);
    StudySnapshot without = Histories.of(Direction.MINIMIZE, trials);
    assertThat(careless.sample(with, LINE, new SplittableRandom(3)))
        .isEqualTo(careless.sample(without, LINE, new SplittableRandom(3)));
  }

  @Test
  void settingsCheckThemselves() {
    assertThatIllegalArgumentException().isThrownBy(() -> TpeSettings.DEFAULT.withStartupTrials(0));
    assertThatIllegalArgumentException().isThrownBy(() -> TpeSettings.DEFAULT.withCandidates(0, 8));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TpeSettings.DEFAULT.withPriorWeight(0))
        .withMessageContaining("0.0");
    assertThat(TpeSettings.DEFAULT.withGamma((n, objectives) -> 3).gamma().applyAsInt(99, 1))
        .isEqualTo(3);
    assertThat(TpeSettings.DEFAULT.withWeights(double[]::new).weights().apply(2)).hasSize(2);
  }
}
