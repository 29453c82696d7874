package org.hone.search.importance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.hone.search.space.CategoricalDistribution;
import org.hone.search.space.Direction;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Literal;
import org.hone.search.space.Parameter;
import org.hone.search.space.SearchSpace;
import org.hone.search.testkit.Histories;
import org.hone.search.trial.Catalogue;
import org.hone.search.trial.StudyDefinition;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialDraft;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;
import org.junit.jupiter.api.Test;

class PedAnovaTest {
  private static final Offset<Double> CLOSE = within(0.05);

  /**
   * Half of the trials have x, and only they reach the best tenth, namely a fifth of them: for x v
   * = 1/2 (1/5)^2 (1/5 16 + 4/5) = 0.08, for kind v = (1/10)^2 (1/2 + 1/2) = 0.01.
   */
  @Test
  void equalsTheFormulaInAConditionalSpace() {
    Parameter kind = Parameter.of("kind", CategoricalDistribution.of("poor", "good"));
    SearchSpace space =
        SearchSpace.of(
            kind,
            Parameter.of("x", FloatDistribution.of(0, 1)).when(Literal.of(kind, "good")),
            Parameter.of("w", FloatDistribution.of(0, 1)).when(Literal.of(kind, "poor")));
    List<TrialRecord> trials =
        Histories.complete(
            space, 4000, p -> p.contains("x") ? p.number("x") : 2 + p.number("w"), 5);
    Map<String, Double> importance =
        Importance.pedAnova().evaluate(Histories.of(Direction.MINIMIZE, trials));
    assertThat(importance.get("x")).isCloseTo(8.0 / 9, CLOSE);
    assertThat(importance.get("kind")).isCloseTo(1.0 / 9, CLOSE);
    assertThat(importance.get("w")).isZero();
  }

  /** The sampler preferred small x, but x is not what made trials good. */
  @Test
  void takesNoPreferenceOfTheSamplerForImportance() {
    SearchSpace space =
        SearchSpace.of(
            Parameter.of("x", FloatDistribution.of(0, 1)),
            Parameter.of("y", FloatDistribution.of(0, 1)));
    List<TrialRecord> trials =
        Histories.complete(space, 1000, p -> Math.abs(p.number("y") - 0.5), 2).stream()
            .filter(trial -> trial.parameters().number("x") < 0.2)
            .toList();
    StudySnapshot snapshot = Histories.of(Direction.MINIMIZE, trials);
    assertThat(Importance.pedAnova().evaluate(snapshot).get("x")).isLessThan(0.1);
    assertThat(Importance.pedAnova().inWholeSpace().evaluate(snapshot).get("x")).isGreaterThan(0.2);
  }

  /** Coarsely x decides; among the best trials all have a good x, and y decides. */
  @Test
  void amongTheBestTrialsOtherThingsMatter() {
    SearchSpace space =
        SearchSpace.of(
            Parameter.of("x", FloatDistribution.of(0, 1)),
            Parameter.of("y", FloatDistribution.of(0, 1)));
    StudySnapshot snapshot =
        Histories.of(
            Direction.MINIMIZE,
            Histories.complete(
                space, 1000, p -> (p.number("x") < 0.2 ? 0 : 10) + p.number("y"), 3));
    assertThat(Importance.pedAnova().target(0.2).evaluate(snapshot).keySet())
        .first()
        .isEqualTo("x");
    assertThat(Importance.pedAnova().withinBest(0.15).evaluate(snapshot).get("y"))
        .isGreaterThan(0.8);
  }

  @Test
  void withSeveralObjectivesTellsWhatLeadsToTheFront() {
    StudyDefinition definition =
        new StudyDefinition(
            "two",
            List.of(Direction.MINIMIZE, Direction.MAXIMIZE),
            Optional.empty(),
            Catalogue.empty());
    List<TrialRecord> trials =
        Histories.complete(
                SearchSpace.of(
                    Parameter.of("trade", FloatDistribution.of(0, 1)),
                    Parameter.of("distance", FloatDistribution.of(0, 1))),
                300,
                p -> 0,
                6)
            .stream()
            .map(
                t -> {
                  double trade = t.parameters().number("trade");
                  double distance = t.parameters().number("distance");
                  return new TrialDraft(t.id(), t.number(), TrialState.COMPLETE)
                      .parameters(t.parameters())
                      .values(List.of(trade + distance, trade - distance))
                      .record();
                })
            .toList();
    StudySnapshot snapshot = StudySnapshot.of(definition, trials);
    assertThat(Importance.pedAnova().evaluate(snapshot).get("distance")).isGreaterThan(0.8);
    assertThat(Importance.pedAnova().evaluate(snapshot, 1).get("trade")).isGreaterThan(0.3);
    assertThatThrownBy(() -> Importance.fanova().evaluate(snapshot))
        .hasMessageContaining("study 'two' has 2");
  }

  @Test
  void refusesQuantilesOutOfOrder() {
    assertThatThrownBy(() -> Importance.pedAnova().target(1)).hasMessageContaining("target=1.0");
    assertThatThrownBy(() -> Importance.pedAnova().target(0)).hasMessageContaining("target=0.0");
    assertThatThrownBy(() -> Importance.pedAnova().withinBest(1.5))
        .hasMessageContaining("region=1.5");
  }
}
