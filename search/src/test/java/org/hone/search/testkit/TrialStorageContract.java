package org.hone.search.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hone.search.space.CategoricalDistribution;
import org.hone.search.space.CategoricalDistribution.Nothing;
import org.hone.search.space.Direction;
import org.hone.search.space.Distribution;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.IntDistribution;
import org.hone.search.space.ParameterValues;
import org.hone.search.storage.AttributeKind;
import org.hone.search.storage.Storage;
import org.hone.search.trial.Catalogue;
import org.hone.search.trial.MetricSeries;
import org.hone.search.trial.MetricSeries.Point;
import org.hone.search.trial.Provenance;
import org.hone.search.trial.StudyDefinition;
import org.hone.search.trial.TrialDetails;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;
import org.junit.jupiter.api.Test;

/** What every storage keeps to about single trials. */
public interface TrialStorageContract {

  /** The storage under test; the same one throughout a test, empty at its beginning. */
  Storage storage();

  private long study() {
    return storage().createStudy(Histories.plain("plain"));
  }

  private TrialRecord running(long study) {
    return storage().createTrial(study, TrialState.RUNNING, ParameterValues.empty(), Map.of());
  }

  private static ParameterValues point(String name, Distribution distribution, double value) {
    return ParameterValues.empty().with(name, distribution, value);
  }

  private TrialRecord now(TrialRecord trial) {
    return storage().trial(trial.id());
  }

  private boolean complete(TrialRecord trial, double value) {
    return storage().finish(trial.id(), TrialState.COMPLETE, List.of(value), Optional.empty());
  }

  @Test
  default void takesATrialToItsEnd() {
    Instant before = Instant.now().minusMillis(1);
    TrialRecord trial = running(study());
    assertThat(trial.state()).isEqualTo(TrialState.RUNNING);
    assertThat(trial.started().orElseThrow()).isBetween(before, Instant.now());
    assertThat(complete(trial, 0.25)).isTrue();
    TrialRecord ended = now(trial);
    assertThat(ended.state()).isEqualTo(TrialState.COMPLETE);
    assertThat(ended.values()).containsExactly(0.25);
    assertThat(ended.started()).isEqualTo(trial.started());
    assertThat(ended.duration().orElseThrow()).isBetween(Duration.ZERO, Duration.ofMinutes(1));
  }

  @Test
  default void leavesFinishedTrialsAlone() {
    long study = study();
    for (TrialState state : List.of(TrialState.COMPLETE, TrialState.PRUNED, TrialState.FAIL)) {
      long id = running(study).id();
      storage().finish(id, state, List.of(1.0), Optional.of("why"));
      TrialRecord before = storage().trial(id);
      assertThat(storage().finish(id, TrialState.FAIL, List.of(), Optional.of("other"))).isFalse();
      List<ThrowingCallable> changes =
          List.of(
              () ->
                  storage()
                      .setParameters(id, point("x", FloatDistribution.of(0, 1), 0.5), Map.of()),
              () -> storage().report(id, 1, 0.5),
              () -> storage().appendSeries(id, 1, Map.of("loss", 0.5)),
              () -> storage().setProvenance(id, provenance()),
              () -> storage().setTrialAttribute(id, AttributeKind.USER, "key", "value"));
      changes.forEach(
          change ->
              assertThatIllegalStateException()
                  .isThrownBy(change)
                  .withMessageContaining(state.name()));
      assertThat(storage().trial(id)).isEqualTo(before);
      assertThat(storage().details(id)).isEqualTo(new TrialDetails(Optional.empty(), List.of()));
    }
  }

  @Test
  default void checksHowATrialEnds() {
    long id = running(study()).id();
    Storage storage = storage();
    Optional<String> none = Optional.empty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> storage.finish(id, TrialState.RUNNING, List.of(), none));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> storage.finish(id, TrialState.COMPLETE, List.of(Double.NaN), none));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> storage.finish(id, TrialState.COMPLETE, List.of(), none));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> storage.finish(id, TrialState.PRUNED, List.of(1.0, 2.0), none));
    assertThat(storage.trial(id).state()).isEqualTo(TrialState.RUNNING);
  }

  @Test
  default void keepsInfiniteValuesOfSeveralObjectives() {
    long study =
        storage()
            .createStudy(
                new StudyDefinition(
                    "three",
                    List.of(Direction.MINIMIZE, Direction.MAXIMIZE, Direction.MINIMIZE),
                    Optional.empty(),
                    Catalogue.empty()));
    List<Double> values = List.of(Double.POSITIVE_INFINITY, -0.125, Double.NEGATIVE_INFINITY);
    TrialRecord trial = running(study);
    storage().finish(trial.id(), TrialState.COMPLETE, values, Optional.empty());
    assertThat(now(trial).values()).isEqualTo(values);
  }

  @Test
  default void keepsTheReason() {
    TrialRecord trial = running(study());
    storage().finish(trial.id(), TrialState.FAIL, List.of(), Optional.of("out of memory"));
    assertThat(now(trial).reason()).contains("out of memory");
    assertThat(now(trial).value()).isEmpty();
  }

  @Test
  default void keepsAndReplacesReports() {
    TrialRecord trial = running(study());
    double[] values = {0.5, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
    for (int step = values.length - 1; step >= 0; step--) {
      storage().report(trial.id(), step, 7);
      storage().report(trial.id(), step, values[step]);
    }
    assertThat(now(trial).intermediate().values())
        .containsExactly(0.5, Double.NaN, values[2], values[3]);
    assertThat(now(trial).lastReport()).isEqualTo(OptionalDouble.of(values[3]));
  }

  @Test
  default void keepsParametersInTheirOrder() {
    ParameterValues zed = point("zed", FloatDistribution.log(1e-5, 1), 0.1234567890123456789);
    ParameterValues both =
        zed.with("ant", IntDistribution.of(-7, 1L << 53), 1L << 53)
            .with("cat", CategoricalDistribution.of("x", Nothing.NOTHING, false, 1, 1.5), 1)
            .with("step", FloatDistribution.stepped(0, 1, 0.1), 0.7);
    TrialRecord trial = storage().createTrial(study(), TrialState.RUNNING, zed, Map.of());
    assertThat(trial.parameters()).isEqualTo(zed);
    storage().setParameters(trial.id(), both, Map.of());
    assertThat(now(trial).parameters()).isEqualTo(both);
    assertThat(now(trial).parameters().names()).containsExactly("zed", "ant", "cat", "step");
  }

  @Test
  default void refusesIncompatibleDistributions() {
    long study = study();
    storage()
        .createTrial(
            study, TrialState.RUNNING, point("x", FloatDistribution.of(0, 1), 0.5), Map.of());
    TrialRecord second = running(study);
    storage().setParameters(second.id(), point("x", FloatDistribution.of(-3, 3), -2), Map.of());
    TrialRecord third = running(study);
    ParameterValues bad =
        point("y", FloatDistribution.of(0, 1), 0.5).with("x", IntDistribution.of(0, 1), 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> storage().setParameters(third.id(), bad, Map.of()))
        .withMessageContaining("'x'");
    assertThat(now(third).parameters()).isEqualTo(ParameterValues.empty());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> storage().createTrial(study, TrialState.RUNNING, bad, Map.of()));
    assertThat(storage().snapshot(study).trials()).hasSize(3);
  }

  @Test
  default void handsWaitingTrialsOutInOrder() {
    long study = study();
    ParameterValues values =
        point("x", FloatDistribution.of(0, 1), 0.5).with("n", IntDistribution.of(0, 9), 3);
    TrialRecord first = storage().createTrial(study, TrialState.WAITING, values, Map.of("a", 1));
    TrialRecord second =
        storage().createTrial(study, TrialState.WAITING, ParameterValues.empty(), Map.of());
    assertThat(first.started()).isEmpty();
    assertThat(first.parameters()).isEqualTo(ParameterValues.empty());
    assertThat(first.systemAttributes())
        .isEqualTo(Map.of("a", 1L, TrialRecord.FIXED_PARAMETERS, Map.of("x", 0.5, "n", 3L)));
    TrialRecord claimed = storage().claimWaiting(study).orElseThrow();
    assertThat(claimed.number()).isEqualTo(first.number());
    assertThat(claimed.state()).isEqualTo(TrialState.RUNNING);
    assertThat(claimed.started()).isPresent();
    assertThat(storage().claimWaiting(study).orElseThrow().number()).isEqualTo(second.number());
    assertThat(storage().claimWaiting(study)).isEmpty();
  }

  @Test
  default void begetsNoFinishedTrials() {
    long study = study();
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> storage().createTrial(study, TrialState.FAIL, ParameterValues.empty(), Map.of()));
    assertThat(storage().snapshot(study).trials()).isEmpty();
  }

  @Test
  default void keepsSeriesSortedAndReplaced() {
    long trial = running(study()).id();
    storage().appendSeries(trial, 2, Map.of("loss", Double.NaN, "accuracy", 0.5));
    storage().appendSeries(trial, 1, Map.of("loss", 9.0));
    storage().appendSeries(trial, 1, Map.of("loss", Double.POSITIVE_INFINITY));
    assertThat(storage().details(trial).series())
        .containsExactly(
            new MetricSeries("accuracy", List.of(new Point(2, 0.5))),
            new MetricSeries(
                "loss", List.of(new Point(1, Double.POSITIVE_INFINITY), new Point(2, Double.NaN))));
  }

  private static Provenance provenance() {
    return new Provenance(
        Long.MIN_VALUE,
        "ab12",
        "text\nof two lines",
        Map.of("mix-up", "1.2"),
        "dl4j",
        "cpu",
        Map.of("data", "ff"));
  }

  @Test
  default void keepsProvenance() {
    long trial = running(study()).id();
    assertThat(storage().details(trial).provenance()).isEmpty();
    storage().setProvenance(trial, new Provenance(1, "", "", Map.of(), "", "", Map.of()));
    storage().setProvenance(trial, provenance());
    assertThat(storage().details(trial).provenance()).contains(provenance());
  }
}
