package org.hone.search.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.entry;

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

  @Test
  void readsConstraintsInBothOfOptunasForms() {
    TrialRecord named =
        new TrialDraft(1, 0, TrialState.COMPLETE)
            .systemAttribute(TrialRecord.CONSTRAINT + "latency", -1.0)
            .systemAttribute(TrialRecord.CONSTRAINT + "size", 2.5)
            .systemAttribute(TrialRecord.CONSTRAINTS, List.of(-1.0, 2.5))
            .record();
    assertThat(named.constraints()).containsExactly(entry("latency", -1.0), entry("size", 2.5));
    assertThat(named.violation()).isEqualTo(2.5);
    assertThat(named.isFeasible()).isFalse();
    TrialRecord listed =
        new TrialDraft(1, 0, TrialState.COMPLETE)
            .systemAttribute(TrialRecord.CONSTRAINTS, List.of(-1L, 0L))
            .record();
    assertThat(listed.constraints()).containsExactly(entry("0", -1.0), entry("1", 0.0));
    assertThat(listed.isFeasible()).isTrue();
    TrialRecord unknown =
        new TrialDraft(1, 0, TrialState.COMPLETE)
            .systemAttribute(TrialRecord.CONSTRAINTS, List.of("NaN"))
            .record();
    assertThat(unknown.isFeasible()).isFalse();
  }

  @Test
  void theBestTrialRespectsTheConstraints() {
    TrialDraft broken = new TrialDraft(1, 0, TrialState.COMPLETE).values(List.of(1.0));
    broken.systemAttribute(TrialRecord.CONSTRAINTS, List.of(0.1));
    TrialDraft kept = new TrialDraft(2, 1, TrialState.COMPLETE).values(List.of(2.0));
    StudySnapshot snapshot =
        Histories.of(Direction.MINIMIZE, List.of(broken.record(), kept.record()));
    assertThat(snapshot.best().orElseThrow().number()).isEqualTo(1);
  }

  @Test
  void memosCarryOnAndTellNothing() {
    StudySnapshot snapshot = Histories.of(Direction.MINIMIZE, List.of());
    assertThat(snapshot.<Integer>memo(String.class, kept -> kept.orElse(0) + 1)).isEqualTo(1);
    assertThat(snapshot.<Integer>memo(String.class, kept -> kept.orElse(0) + 1)).isEqualTo(2);
    StudySnapshot fresh = Histories.of(Direction.MINIMIZE, List.of());
    assertThat(fresh.<Integer>memo(String.class, kept -> kept.orElse(0) + 1)).isEqualTo(1);
    assertThat(fresh).isEqualTo(snapshot).hasSameHashCodeAs(snapshot);
  }
}
