package org.hone.search.importance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.hone.search.space.CategoricalDistribution;
import org.hone.search.space.Direction;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.IntDistribution;
import org.hone.search.space.Literal;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.hone.search.testkit.Histories;
import org.hone.search.testkit.SamplerContract;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialDraft;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every way of measuring importance keeps to. */
class ImportanceTest {
  private static final SearchSpace SPACE =
      SearchSpace.of(
          Parameter.of("idle", FloatDistribution.of(0, 1)),
          Parameter.of("strong", FloatDistribution.log(1e-4, 1)),
          Parameter.of("weak", IntDistribution.of(0, 10)),
          Parameter.of("kind", CategoricalDistribution.of("a", "b", "c")),
          Parameter.of("only", IntDistribution.of(3, 3)));

  static Stream<Importance> methods() {
    return Stream.of(
        Importance.pedAnova(),
        Importance.pedAnova().inWholeSpace(),
        Importance.pedAnova().withinBest(0.5),
        Importance.fanova(),
        Importance.fanova().withinBest(0.5));
  }

  private static double loss(ParameterValues point) {
    return Math.abs(Math.log10(point.number("strong")) + 2.5)
        + 0.02 * point.number("weak")
        + 0.2 * point.raw("kind");
  }

  private static StudySnapshot study(
      int trials, Direction direction, ToDoubleFunction<ParameterValues> objective) {
    return Histories.of(direction, Histories.complete(SPACE, trials, objective, 1));
  }

  private static void assertShares(Map<String, Double> importance) {
    assertThat(importance.values()).allMatch(share -> share >= 0 && share <= 1);
    assertThat(importance.values().stream().mapToDouble(share -> share).sum())
        .isCloseTo(1, within(1e-9));
    assertThat(List.copyOf(importance.values())).isSortedAccordingTo((a, b) -> b.compareTo(a));
  }

  @ParameterizedTest
  @MethodSource("methods")
  void whatMattersMostComesFirstAndAllAddUpToOne(Importance method) {
    Map<String, Double> importance =
        method.evaluate(study(400, Direction.MINIMIZE, ImportanceTest::loss));
    assertShares(importance);
    assertThat(importance).containsOnlyKeys("idle", "strong", "weak", "kind", "only");
    assertThat(importance.keySet()).first().isEqualTo("strong");
    assertThat(importance.get("strong")).isGreaterThan(0.5);
    assertThat(importance.get("idle")).isLessThan(0.12);
    assertThat(importance.get("only")).isZero();
  }

  @ParameterizedTest
  @MethodSource("methods")
  void maximisesAsItMinimises(Importance method) {
    assertThat(method.evaluate(study(60, Direction.MAXIMIZE, point -> -loss(point))))
        .isEqualTo(method.evaluate(study(60, Direction.MINIMIZE, ImportanceTest::loss)));
  }

  @ParameterizedTest
  @MethodSource("methods")
  void whereNothingMakesADifferenceNothingIsImportant(Importance method) {
    assertThat(method.evaluate(study(60, Direction.MINIMIZE, point -> 1)).values())
        .containsOnly(0.0);
  }

  @ParameterizedTest
  @MethodSource("methods")
  void bearsAnyHistory(Importance method) {
    for (long seed = 0; seed < 20; seed++) {
      List<TrialRecord> trials = Histories.mixed(SamplerContract.everything(), 120, seed);
      Map<String, Double> importance = method.evaluate(Histories.of(Direction.MINIMIZE, trials));
      assertThat(importance).isNotEmpty();
      assertThat(importance.values()).allMatch(share -> share >= 0 && share <= 1);
    }
  }

  @ParameterizedTest
  @MethodSource("methods")
  void aParameterThatDecidesWhetherTrialsFailMatters(Importance method) {
    SplittableRandom random = new SplittableRandom(3);
    List<TrialRecord> trials =
        Stream.iterate(0, i -> i + 1)
            .limit(200)
            .map(
                i -> {
                  double rate = random.nextDouble();
                  TrialState end = rate > 0.6 ? TrialState.FAIL : TrialState.COMPLETE;
                  return new TrialDraft(i + 1, i, end)
                      .parameter("rate", FloatDistribution.of(0, 1), rate)
                      .parameter("idle", FloatDistribution.of(0, 1), random.nextDouble())
                      .values(end == TrialState.FAIL ? List.of() : List.of(random.nextDouble()))
                      .record();
                })
            .toList();
    Map<String, Double> importance = method.evaluate(Histories.of(Direction.MINIMIZE, trials));
    if (!method.equals(Importance.pedAnova().withinBest(0.5))) {
      assertThat(importance.get("rate")).isGreaterThan(importance.get("idle"));
    }
    assertShares(importance);
  }

  @Test
  void aTrialThatBreaksAConstraintIsNoGoodOne() {
    List<TrialRecord> trials =
        Histories.complete(SPACE, 200, point -> point.number("weak"), 2).stream()
            .map(
                trial ->
                    new TrialDraft(trial.id(), trial.number(), TrialState.COMPLETE)
                        .parameters(trial.parameters())
                        .values(trial.values())
                        .systemAttribute(
                            TrialRecord.CONSTRAINTS,
                            List.of(trial.parameters().raw("kind") == 1 ? -1 : 1))
                        .record())
            .toList();
    assertThat(Importance.pedAnova().evaluate(Histories.of(Direction.MINIMIZE, trials)).get("kind"))
        .isGreaterThan(0.1);
    assertThat(
            Importance.pedAnova()
                .evaluate(study(200, Direction.MINIMIZE, p -> p.number("weak")))
                .get("kind"))
        .isLessThan(0.1);
  }

  @ParameterizedTest
  @MethodSource("methods")
  void saysHowManyTrialsAreNeeded(Importance method) {
    assertThatThrownBy(() -> method.evaluate(study(3, Direction.MINIMIZE, ImportanceTest::loss)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching(".* needs at least (4|8) complete trials, but study 'history' has 3");
    assertThat(method.evaluate(study(8, Direction.MINIMIZE, ImportanceTest::loss))).hasSize(5);
  }

  @ParameterizedTest
  @MethodSource("methods")
  void explainsWhateverIsAskedFor(Importance method) {
    StudySnapshot snapshot = study(300, Direction.MINIMIZE, ImportanceTest::loss);
    assertThat(method.evaluate(snapshot, trial -> trial.parameters().number("weak")))
        .hasEntrySatisfying("weak", share -> assertThat(share).isGreaterThan(0.7));
    assertThat(method.evaluate(snapshot, 0)).isEqualTo(method.evaluate(snapshot));
    assertThatThrownBy(() -> method.evaluate(snapshot, 1)).hasMessageContaining("0 to 0, but 1");
  }

  @ParameterizedTest
  @MethodSource("methods")
  void seesAParameterWhoseRangeWasWidened(Importance method) {
    SplittableRandom random = new SplittableRandom(9);
    List<TrialRecord> trials =
        Stream.iterate(0, i -> i + 1)
            .limit(300)
            .map(
                i -> {
                  double high = i < 150 ? 1 : 2;
                  double x = high * random.nextDouble();
                  return new TrialDraft(i + 1, i, TrialState.COMPLETE)
                      .parameter("x", FloatDistribution.of(0, high), x)
                      .parameter("idle", FloatDistribution.of(0, 1), random.nextDouble())
                      .values(List.of(Math.abs(x - 0.4)))
                      .record();
                })
            .toList();
    assertThat(method.evaluate(Histories.of(Direction.MINIMIZE, trials)).get("x"))
        .isGreaterThan(0.8);
  }

  @ParameterizedTest
  @MethodSource("methods")
  void creditsTheBranchesParameterOnlyWithWhatItDoesThere(Importance method) {
    Parameter kind = Parameter.of("kind", CategoricalDistribution.of("poor", "good"));
    SearchSpace space =
        SearchSpace.of(
            kind,
            Parameter.of("idle", FloatDistribution.of(0, 1)).when(Literal.of(kind, "good")),
            Parameter.of("other", FloatDistribution.of(0, 1)).when(Literal.of(kind, "poor")));
    ToDoubleFunction<ParameterValues> objective =
        point -> point.raw("kind") == 1 ? 0.05 * point.number("idle") : 1;
    StudySnapshot snapshot =
        Histories.of(Direction.MINIMIZE, Histories.complete(space, 400, objective, 4));
    Map<String, Double> importance = method.evaluate(snapshot);
    assertThat(importance.get("other")).isLessThan(0.01);
  }
}
