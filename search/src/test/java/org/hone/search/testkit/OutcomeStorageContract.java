package org.hone.search.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.hone.search.sampler.RandomSampler;
import org.hone.search.space.AtMostOne;
import org.hone.search.space.CategoricalDistribution;
import org.hone.search.space.Direction;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.IntDistribution;
import org.hone.search.space.LessOrEqual;
import org.hone.search.space.Literal;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.hone.search.storage.AttributeKind;
import org.hone.search.storage.Storage;
import org.hone.search.study.Outcome;
import org.hone.search.study.Study;
import org.hone.search.study.Trial;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;
import org.junit.jupiter.api.Test;

/** What every storage keeps of the constraints, reports and notes that a study writes. */
public interface OutcomeStorageContract {

  /** The storage under test; the same one throughout a test, empty at its beginning. */
  Storage storage();

  private TrialRecord now(Trial trial) {
    return storage().trial(trial.id());
  }

  @Test
  default void keepsNamedConstraintsInBothForms() {
    Study study = Study.builder("constrained").storage(storage()).create();
    Trial trial = study.ask();
    trial.setConstraint("memory", 0.125);
    trial.setConstraint("time", Double.NEGATIVE_INFINITY);
    study.tell(trial, Outcome.complete(1));
    TrialRecord record = now(trial);
    assertThat(record.constraints())
        .isEqualTo(Map.of("memory", 0.125, "time", Double.NEGATIVE_INFINITY));
    assertThat(record.systemAttributes())
        .containsEntry("constraints", List.of(0.125, Double.NEGATIVE_INFINITY))
        .containsEntry("constraints:memory", 0.125);
    assertThat(record.violation()).isEqualTo(0.125);
    assertThat(study.best()).isEmpty();
  }

  @Test
  default void keepsABrokenConstraint() {
    Study study = Study.builder("constrained").storage(storage()).create();
    Trial trial = study.ask();
    trial.setConstraint("memory", Double.NaN);
    study.tell(trial, Outcome.complete(1));
    assertThat(now(trial).constraints()).containsEntry("memory", Double.NaN);
    assertThat(now(trial).violation()).isEqualTo(Double.POSITIVE_INFINITY);
  }

  /** All that Optuna before version 5 writes. */
  @Test
  default void readsConstraintsWithoutNames() {
    long study = storage().createStudy(Histories.plain("python"));
    TrialRecord trial =
        storage().createTrial(study, TrialState.RUNNING, ParameterValues.empty(), Map.of());
    storage().setTrialAttribute(trial.id(), AttributeKind.SYSTEM, "constraints", List.of(-4.0, 2));
    assertThat(storage().trial(trial.id()).constraints()).isEqualTo(Map.of("0", -4.0, "1", 2.0));
  }

  @Test
  default void keepsReportsOfSeveralObjectives() {
    Study study =
        Study.builder("two")
            .directions(List.of(Direction.MINIMIZE, Direction.MAXIMIZE))
            .sampler(new RandomSampler())
            .storage(storage())
            .create();
    Trial trial = study.ask();
    trial.report(2, 0.5, Double.NaN);
    trial.report(2, 0.25, Double.POSITIVE_INFINITY);
    trial.report(1, Double.NaN, -1);
    assertThat(now(trial).reports())
        .containsExactly(
            Map.entry(1, List.of(Double.NaN, -1.0)),
            Map.entry(2, List.of(0.25, Double.POSITIVE_INFINITY)));
    assertThat(now(trial).intermediate()).containsEntry(2, 0.25);
  }

  @Test
  default void keepsConditionsAndOrders() {
    Parameter kind = Parameter.of("kind", CategoricalDistribution.of("a", "b", "c"));
    Parameter on = Parameter.of("on", CategoricalDistribution.flag());
    Parameter low =
        new Parameter(
            "low",
            FloatDistribution.of(0, 1),
            OptionalDouble.of(0.25),
            List.of(new Literal("kind", Set.of(0.0, 2.0)), Literal.of(on, true)));
    Parameter high = Parameter.of("high", IntDistribution.of(0, 9));
    SearchSpace space =
        new SearchSpace(
            List.of(kind, on, low, high),
            List.of(
                new LessOrEqual("low", "high"),
                new AtMostOne(List.of(Literal.of(kind, "a"), Literal.of(on, true)))));
    Study study = Study.builder("ordered").space(space).storage(storage()).create();
    assertThat(storage().snapshot(study.id()).definition().space()).contains(space);
    assertThat(Study.builder("ordered").storage(storage()).open().definition())
        .isEqualTo(study.definition());
  }

  @Test
  default void keepsWhatASamplerNotes() {
    long study = storage().createStudy(Histories.plain("noted"));
    TrialRecord trial =
        storage().createTrial(study, TrialState.RUNNING, ParameterValues.empty(), Map.of());
    ParameterValues point = ParameterValues.empty().with("x", FloatDistribution.of(0, 1), 0.5);
    storage().setParameters(trial.id(), point, Map.of("hone:auto:chosen", List.of("gp", 3)));
    TrialRecord read = storage().trial(trial.id());
    assertThat(read.parameters()).isEqualTo(point);
    assertThat(read.systemAttributes()).isEqualTo(Map.of("hone:auto:chosen", List.of("gp", 3L)));
  }

  @Test
  default void returnsPointsOfTheDeclaredSpace() {
    SearchSpace space = SamplerContract.everything();
    Study study =
        Study.builder("declared")
            .space(space)
            .sampler(new RandomSampler())
            .storage(storage())
            .create();
    study.optimize(5, trial -> Outcome.complete(1));
    SearchSpace stored = study.snapshot().definition().space().orElseThrow();
    assertThat(study.snapshot().trials())
        .hasSize(5)
        .allMatch(trial -> trial.parameters().belongsTo(stored) || storedElsewhere(study, trial));
  }

  /** In memory a point belongs to the space it was drawn from. */
  private static boolean storedElsewhere(Study study, TrialRecord trial) {
    return study.definition().space().map(trial.parameters()::belongsTo).orElse(false);
  }

  @Test
  default void keepsTheReasonBesidesOtherNotes() {
    long study = storage().createStudy(Histories.plain("noted"));
    TrialRecord trial =
        storage()
            .createTrial(study, TrialState.RUNNING, ParameterValues.empty(), Map.of("a", true));
    storage().finish(trial.id(), TrialState.PRUNED, List.of(0.5), Optional.of("slow"));
    assertThat(storage().trial(trial.id()).systemAttributes())
        .isEqualTo(Map.of("a", true, TrialRecord.REASON, "slow"));
  }
}
