package org.hone.search.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hone.search.space.CategoricalDistribution;
import org.hone.search.space.Direction;
import org.hone.search.space.Literal;
import org.hone.search.testkit.Histories;
import org.junit.jupiter.api.Test;

class ReadModelTest {
  private static TrialRecord complete(int number, double value) {
    return new TrialDraft(number + 1, number, TrialState.COMPLETE).values(List.of(value)).record();
  }

  @Test
  void findsTheBestAndTheEarliestAmongEquals() {
    List<TrialRecord> trials =
        List.of(
            complete(0, 3),
            complete(1, Double.NEGATIVE_INFINITY),
            complete(2, 5),
            complete(3, 5),
            new TrialDraft(5, 4, TrialState.PRUNED).values(List.of(9.0)).record());
    assertThat(Histories.of(Direction.MAXIMIZE, trials).best()).contains(trials.get(2));
    assertThat(Histories.of(Direction.MINIMIZE, trials).best()).contains(trials.get(1));
    assertThat(Histories.of(Direction.MINIMIZE, List.of()).best()).isEmpty();
  }

  @Test
  void comparesNanWithNothing() {
    assertThat(Direction.MINIMIZE.isBetter(Double.NaN, 1)).isFalse();
    assertThat(Direction.MAXIMIZE.isBetter(1, Double.NaN)).isFalse();
    assertThat(Direction.MAXIMIZE.isBetter(2, 1)).isTrue();
    assertThat(Direction.MAXIMIZE.toLoss(Double.NaN)).isNaN();
  }

  @Test
  void hasOneDirectionOnlyWithOneObjective() {
    StudyDefinition two =
        new StudyDefinition(
            "two",
            List.of(Direction.MINIMIZE, Direction.MAXIMIZE),
            Optional.empty(),
            Catalogue.empty());
    assertThatIllegalStateException()
        .isThrownBy(() -> StudySnapshot.of(two, List.of()).direction())
        .withMessageContaining("2 objectives");
  }

  @Test
  void checksDefinitions() {
    List<Direction> one = List.of(Direction.MINIMIZE);
    for (String name : List.of(" ", "n".repeat(513))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new StudyDefinition(name, one, Optional.empty(), Catalogue.empty()));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new StudyDefinition("none", List.of(), Optional.empty(), Catalogue.empty()));
  }

  @Test
  void neverHasNanForAValue() {
    assertThatIllegalArgumentException().isThrownBy(() -> complete(0, Double.NaN));
  }

  @Test
  void knowsItsDurationAndReason() {
    TrialRecord trial =
        new TrialDraft(1, 0, TrialState.RUNNING)
            .state(TrialState.FAIL)
            .started(Instant.EPOCH)
            .completed(Instant.EPOCH.plusSeconds(3))
            .systemAttribute(TrialRecord.REASON, "why")
            .userAttribute("note", 1L)
            .intermediate(2, Double.NaN)
            .intermediate(1, 5)
            .record();
    assertThat(trial.duration()).contains(Duration.ofSeconds(3));
    assertThat(trial.reason()).contains("why");
    assertThat(trial.value()).isEmpty();
    assertThat(trial.lastReport().orElseThrow()).isNaN();
    assertThat(complete(0, 1).lastReport()).isEmpty();
    assertThat(complete(0, 1).duration()).isEmpty();
  }

  @Test
  void guardsFinishedStates() {
    TrialState.WAITING.requireUnfinished(3);
    assertThatIllegalStateException()
        .isThrownBy(() -> TrialState.PRUNED.requireUnfinished(3))
        .withMessage("trial 3 is PRUNED: it cannot be changed any more");
  }

  @Test
  void findsTechniquesAndSeries() {
    Catalogue.Entry mixUp =
        new Catalogue.Entry(
            "mix-up", "batch", "1", "Zhang 2018", new Literal("mix", Set.of(1.0)), List.of());
    Catalogue catalogue = new Catalogue(List.of(mixUp));
    assertThat(catalogue.find("mix-up")).contains(mixUp);
    assertThat(catalogue.find("cutout")).isEmpty();
    TrialDraft on = new TrialDraft(1, 0, TrialState.RUNNING);
    assertThat(mixUp.isUsedBy(on.record())).isFalse();
    assertThat(mixUp.isUsedBy(on.parameter("mix", CategoricalDistribution.flag(), 1).record()))
        .isTrue();
    MetricSeries loss = new MetricSeries("loss", List.of(new MetricSeries.Point(1, 0.5)));
    TrialDetails details = new TrialDetails(Optional.empty(), List.of(loss));
    assertThat(details.series("loss")).contains(loss);
    assertThat(details.series("gain")).isEmpty();
    assertThat(loss.last()).hasValue(0.5);
    assertThat(new MetricSeries("none", List.of()).last()).isEmpty();
  }
}
