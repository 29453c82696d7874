package org.hone.reports.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hone.reports.Examples;
import org.hone.reports.Report;
import org.hone.reports.TrialBuilder;
import org.hone.search.space.Direction;
import org.hone.search.space.Literal;
import org.hone.search.trial.Catalogue;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;
import org.junit.jupiter.api.Test;

class TechniqueEffectsTest {
  private static final Catalogue CATALOGUE =
      new Catalogue(List.of(technique("good"), technique("idle"), technique("unused")));

  private static Catalogue.Entry technique(String id) {
    return new Catalogue.Entry(id, "slot", "1", "source", new Literal(id, Set.of(1.0)), List.of());
  }

  private static TrialBuilder trial(int number, boolean good, boolean idle) {
    return TrialBuilder.trial(number).flag("good", good).flag("idle", idle).flag("unused", false);
  }

  private static Evidence evidence(Direction direction, TrialRecord... trials) {
    return new Evidence(
        Examples.CONTEXT, Examples.study(direction, CATALOGUE, trials), Optional.empty());
  }

  private static Evidence twelveTrials() {
    List<TrialRecord> trials = new ArrayList<>();
    trials.add(trial(0, false, false).baseline().score(0.8).build());
    for (int i = 1; i <= 12; i++) {
      boolean good = i > 6;
      trials.add(trial(i, good, i % 2 == 0).score(0.8 + 0.001 * i + (good ? 0.05 : 0)).build());
    }
    trials.add(trial(13, true, false).state(TrialState.PRUNED).score(0.5).build());
    trials.add(trial(14, true, false).failed("NaN").build());
    trials.add(trial(15, true, false).score(Double.NEGATIVE_INFINITY).build());
    trials.add(trial(16, true, false).state(TrialState.RUNNING).build());
    return evidence(Direction.MAXIMIZE, trials.toArray(TrialRecord[]::new));
  }

  @Test
  void comparesCompleteTrialsWithAndWithout() {
    TechniqueEffect good = TechniqueEffects.of(twelveTrials()).get(0);
    assertThat(good.with().size()).isEqualTo(6);
    assertThat(good.without().size()).isEqualTo(7);
    assertThat(good.unfinished()).isEqualTo(3);
    assertThat(good.difference().orElseThrow()).isCloseTo(0.0565, within(5e-4));
    assertThat(good.interval().orElseThrow().excludesZero()).isTrue();
    // 2 / choose(13, 6), doubled because two techniques could be asked about
    assertThat(good.p().orElseThrow()).isCloseTo(2 * 2 / 1716.0, within(1e-9));
    assertThat(good.standsOut()).isTrue();
    assertThat(good.isBetterWith(Direction.MAXIMIZE)).isTrue();
    assertThat(good.isBetterWith(Direction.MINIMIZE)).isFalse();
    assertThat(good.inBest()).isTrue();
  }

  @Test
  void saysNothingOfWhatWasNeverTried() {
    TechniqueEffect unused = TechniqueEffects.of(twelveTrials()).get(2);
    assertThat(unused.difference()).isEmpty();
    assertThat(unused.interval()).isEmpty();
    assertThat(unused.p()).isEmpty();
    assertThat(unused.standsOut()).isFalse();
    assertThat(unused.isBetterWith(Direction.MAXIMIZE)).isFalse();
    assertThat(unused.inBest()).isFalse();
    assertThat(TechniqueEffects.of(twelveTrials()).get(1).standsOut()).isFalse();
  }

  @Test
  void theBaselineIsOneOfTheTrialsWithout() {
    TechniqueEffect good =
        TechniqueEffects.of(
                evidence(
                    Direction.MAXIMIZE,
                    trial(0, false, false).baseline().score(0.8667).build(),
                    trial(1, true, false).score(0.8417).build(),
                    trial(2, false, false).score(0.5).build()))
            .get(0);
    assertThat(good.without().values()).containsExactly(0.8667, 0.5);
    assertThat(good.difference()).isEmpty();
  }

  @Test
  void threeTrialsOnEitherSideAreTheFewest() {
    List<TrialRecord> trials = new ArrayList<>();
    trials.add(trial(0, false, false).baseline().score(0.5).build());
    trials.add(trial(1, false, false).score(0.6).build());
    for (int i = 2; i < 12; i++) {
      trials.add(trial(i, true, false).score(0.9).build());
    }
    TechniqueEffect two =
        TechniqueEffects.of(evidence(Direction.MAXIMIZE, trials.toArray(TrialRecord[]::new)))
            .get(0);
    assertThat(two.difference()).isEmpty();
    assertThat(two.p()).isEmpty();
    trials.add(trial(12, false, false).score(0.7).build());
    TechniqueEffect three =
        TechniqueEffects.of(evidence(Direction.MAXIMIZE, trials.toArray(TrialRecord[]::new)))
            .get(0);
    assertThat(three.difference().orElseThrow()).isCloseTo(0.3, within(1e-9));
  }

  @Test
  void whatAlwaysOccurredTogetherIsOneObservation() {
    List<TrialRecord> trials = new ArrayList<>();
    trials.add(trial(0, false, false).baseline().score(0.5).build());
    for (int i = 1; i <= 12; i++) {
      boolean both = i > 6;
      trials.add(trial(i, both, both).score(0.5 + 0.01 * i).build());
    }
    Evidence evidence = evidence(Direction.MAXIMIZE, trials.toArray(TrialRecord[]::new));

    TechniqueEffect first = TechniqueEffects.of(evidence).get(0);
    assertThat(first.together()).containsExactly("good", "idle");
    assertThat(first.toldOf()).isEmpty();
    // asked once, so not adjusted for a second question
    assertThat(first.p().orElseThrow()).isCloseTo(2 / 1716.0, within(1e-9));
    TechniqueEffect second = TechniqueEffects.of(evidence).get(1);
    assertThat(second.toldOf()).contains("good");
    assertThat(second.difference()).isEmpty();
    assertThat(second.standsOut()).isFalse();
    assertThat(second.with().size()).isEqualTo(6);
    String report = Report.of(evidence).markdown();
    assertThat(report).contains("always with good", "trials with good with idle scored better");
  }

  @Test
  void survivesAnEmptyStudy() {
    assertThat(TechniqueEffects.of(evidence(Direction.MINIMIZE)))
        .hasSize(3)
        .allMatch(effect -> effect.p().isEmpty());
  }

  @Test
  void picksTheBestFiniteScoreOfWhatIsComplete() {
    Evidence evidence =
        evidence(
            Direction.MINIMIZE,
            trial(0, false, false).score(0.5).build(),
            trial(1, false, false).score(0.4).build(),
            trial(2, false, false).score(0.4).build(),
            trial(3, false, false).score(Double.NEGATIVE_INFINITY).build(),
            trial(4, false, false).state(TrialState.PRUNED).score(0.1).build());
    assertThat(evidence.best().orElseThrow().number()).isEqualTo(1);
    assertThat(evidence.baseline()).isEmpty();
  }

  @Test
  void followsTheBestSoFar() {
    History history =
        History.of(
            evidence(
                Direction.MINIMIZE,
                trial(0, false, false).score(0.5).build(),
                trial(1, false, false).failed("NaN").build(),
                trial(2, false, false).score(0.6).build(),
                trial(3, false, false).score(0.3).build()));
    assertThat(history.steps())
        .containsExactly(
            new History.Step(0, 0.5, 0.5),
            new History.Step(2, 0.6, 0.5),
            new History.Step(3, 0.3, 0.3));
  }

  @Test
  void addsUpWhatIsKnownOfTheCost() {
    Evidence evidence =
        new Evidence(
            Examples.CONTEXT,
            new StudyEvidence(
                Examples.study(
                        TrialBuilder.trial(0)
                            .baseline()
                            .score(0.5)
                            .took(Duration.ofSeconds(10))
                            .build(),
                        TrialBuilder.trial(1).score(0.6).took(Duration.ofMillis(12_500)).build(),
                        TrialBuilder.trial(2).failed("x").build())
                    .snapshot(),
                Map.of()),
            Optional.empty());
    Cost cost = Cost.of(evidence);
    assertThat(cost.searchSeconds()).isEqualTo(22.5);
    assertThat(cost.confirmationSeconds()).isZero();
    assertThat(cost.count(TrialState.FAIL)).isEqualTo(1);
  }
}
