package org.hone.search.importance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.hone.search.space.CategoricalDistribution;
import org.hone.search.space.Direction;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Literal;
import org.hone.search.space.Parameter;
import org.hone.search.space.SearchSpace;
import org.hone.search.testkit.Histories;
import org.hone.search.trial.StudySnapshot;
import org.junit.jupiter.api.Test;

class FanovaTest {
  private static final Offset<Double> CLOSE = within(0.06);

  /** Variances: 3x has 9/12, y 1/12, the category 2/3. */
  @Test
  void findsTheVarianceSharesOfAnAdditiveFunction() {
    SearchSpace space =
        SearchSpace.of(
            Parameter.of("x", FloatDistribution.of(0, 1)),
            Parameter.of("y", FloatDistribution.log(1, 100)),
            Parameter.of("c", CategoricalDistribution.of("low", "middle", "high")),
            Parameter.of("idle", FloatDistribution.of(0, 1)));
    StudySnapshot snapshot =
        Histories.of(
            Direction.MINIMIZE,
            Histories.complete(
                space,
                800,
                p -> 3 * p.number("x") + Math.log10(p.number("y")) / 2 + p.raw("c"),
                1));
    double all = 9.0 / 12 + 1.0 / 12 + 2.0 / 3;
    Map<String, Double> importance = Importance.fanova().evaluate(snapshot);
    assertThat(importance.get("x")).isCloseTo(9.0 / 12 / all, CLOSE);
    assertThat(importance.get("y")).isCloseTo(1.0 / 12 / all, CLOSE);
    assertThat(importance.get("c")).isCloseTo(2.0 / 3 / all, CLOSE);
    assertThat(importance.get("idle")).isLessThan(0.01);
  }

  /** kind: half at 0.5 on average, half at 1: 1/16; x: half of x - 1/2 over the space: 1/48. */
  @Test
  void averagesAConditionalParameterOverTheWholeSpace() {
    Parameter kind = Parameter.of("kind", CategoricalDistribution.of("plain", "fancy"));
    SearchSpace space =
        SearchSpace.of(
            kind, Parameter.of("x", FloatDistribution.of(0, 1)).when(Literal.of(kind, "fancy")));
    StudySnapshot snapshot =
        Histories.of(
            Direction.MAXIMIZE,
            Histories.complete(space, 800, p -> p.contains("x") ? p.number("x") : 1, 2));
    assertThat(Importance.fanova().evaluate(snapshot).get("x")).isCloseTo(0.25, CLOSE);
  }

  @Test
  void theSameSeedGivesTheSameForest() {
    SearchSpace space =
        SearchSpace.of(
            Parameter.of("x", FloatDistribution.of(0, 1)),
            Parameter.of("y", FloatDistribution.of(0, 1)));
    StudySnapshot snapshot =
        Histories.of(
            Direction.MINIMIZE,
            Histories.complete(space, 40, p -> p.number("x") * p.number("y"), 3));
    Fanova method = Importance.fanova().seed(7);
    assertThat(method.evaluate(snapshot)).isEqualTo(method.evaluate(snapshot));
    assertThat(method.seed(8).evaluate(snapshot)).isNotEqualTo(method.evaluate(snapshot));
  }

  @Test
  void differencesAmongPoorTrialsDoNotCountWithinTheBest() {
    SearchSpace space =
        SearchSpace.of(
            Parameter.of("x", FloatDistribution.of(0, 1)),
            Parameter.of("y", FloatDistribution.of(0, 1)));
    StudySnapshot snapshot =
        Histories.of(
            Direction.MINIMIZE,
            Histories.complete(
                space, 600, p -> Math.max(0, p.number("x") - 0.5) * 100 + p.number("y"), 4));
    assertThat(Importance.fanova().evaluate(snapshot).get("x")).isGreaterThan(0.95);
    assertThat(Importance.fanova().withinBest(0.3).evaluate(snapshot).get("y")).isGreaterThan(0.4);
  }

  @Test
  void infiniteAndHugeLossesBreakNothing() {
    SearchSpace space =
        SearchSpace.of(
            Parameter.of("x", FloatDistribution.of(0, 1)),
            Parameter.of("idle", FloatDistribution.of(0, 1)));
    for (double bad : List.of(Double.POSITIVE_INFINITY, Double.MAX_VALUE)) {
      StudySnapshot snapshot =
          Histories.of(
              Direction.MINIMIZE,
              Histories.complete(
                  space, 200, p -> p.number("x") > 0.7 ? bad : -bad * p.number("x"), 5));
      assertThat(Importance.fanova().evaluate(snapshot).get("x")).isGreaterThan(0.9);
    }
  }

  @Test
  void refusesAForestWithoutTrees() {
    assertThatThrownBy(() -> new Fanova(0, 1, 0)).hasMessageContaining("trees=0");
    assertThatThrownBy(() -> Importance.fanova().withinBest(0)).hasMessageContaining("best=0.0");
  }
}
