package org.hone.search.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.hone.search.pruner.Pruner;
import org.hone.search.space.Direction;
import org.hone.search.trial.Catalogue;
import org.hone.search.trial.StudyDefinition;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialDraft;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;
import org.junit.jupiter.api.Test;

/** What every pruner that takes several objectives keeps to, besides {@link PrunerContract}. */
public interface SeveralObjectivesPrunerContract {
  int REPETITIONS = 20;
  int REPORTS = 12;
  List<Direction> DIRECTIONS = List.of(Direction.MINIMIZE, Direction.MAXIMIZE, Direction.MINIMIZE);

  Pruner pruner();

  private static TrialDraft curve(int number, TrialState state, double quality, Random random) {
    TrialDraft draft = new TrialDraft(number + 1, number, state);
    for (int step = 0; step < REPORTS; step++) {
      List<Double> losses = new ArrayList<>();
      for (int m = 0; m < DIRECTIONS.size(); m++) {
        boolean odd = random.nextInt(30) == 0;
        losses.add(odd ? Double.NaN : quality + random.nextDouble() + 1.0 / (step + 1));
      }
      report(draft, step, losses);
    }
    return draft;
  }

  private static void report(TrialDraft draft, int step, List<Double> losses) {
    List<Double> values = new ArrayList<>();
    for (int m = 0; m < losses.size(); m++) {
      values.add(DIRECTIONS.get(m).toLoss(losses.get(m)));
    }
    draft.intermediate(step, values.get(0)).systemAttribute(TrialRecord.REPORT + step, values);
  }

  private static List<TrialRecord> others(long seed) {
    Random random = new Random(seed);
    List<TrialRecord> trials = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      trials.add(curve(i, TrialState.COMPLETE, 0, random).values(List.of(0.0, 0.0, 0.0)).record());
    }
    return trials;
  }

  private boolean prunes(List<TrialRecord> others, TrialRecord trial, List<Direction> directions) {
    List<TrialRecord> all = new ArrayList<>(others);
    all.add(trial);
    StudyDefinition definition =
        new StudyDefinition("several", directions, Optional.empty(), Catalogue.empty());
    return pruner().shouldPrune(StudySnapshot.of(definition, all), trial);
  }

  @Test
  default void neverPrunesWhatDominatesAllOthers() {
    for (long seed = 0; seed < REPETITIONS; seed++) {
      for (int steps = 0; steps < REPORTS; steps++) {
        TrialDraft best = new TrialDraft(21, 20, TrialState.RUNNING);
        for (int step = 0; step <= steps; step++) {
          report(best, step, List.of(-1.0, -1.0, -1.0));
        }
        assertThat(prunes(others(seed), best.record(), DIRECTIONS)).isFalse();
      }
    }
  }

  @Test
  default void prunesAtSomeTimeWhatAllOthersDominate() {
    for (long seed = 0; seed < REPETITIONS; seed++) {
      TrialDraft worst = new TrialDraft(21, 20, TrialState.RUNNING);
      boolean pruned = false;
      for (int step = 0; step < REPORTS; step++) {
        report(worst, step, List.of(9.0, 9.0, 9.0));
        pruned |= prunes(others(seed), worst.record(), DIRECTIONS);
      }
      assertThat(pruned).isTrue();
    }
  }

  @Test
  default void prunesTheSameWithObjectivesInAnotherOrder() {
    for (long seed = 0; seed < REPETITIONS; seed++) {
      List<TrialRecord> others = others(seed);
      for (int steps = 1; steps <= REPORTS; steps++) {
        TrialRecord whole = curve(20, TrialState.RUNNING, 0.2, new Random(~seed)).record();
        TrialRecord trial = first(whole, steps);
        List<Direction> turned = List.of(DIRECTIONS.get(2), DIRECTIONS.get(1), DIRECTIONS.get(0));
        assertThat(
                prunes(
                    others.stream().map(SeveralObjectivesPrunerContract::reversed).toList(),
                    reversed(trial),
                    turned))
            .isEqualTo(prunes(others, trial, DIRECTIONS));
      }
    }
  }

  private static TrialRecord first(TrialRecord trial, int steps) {
    TrialDraft draft = new TrialDraft(trial.id(), trial.number(), trial.state());
    trial
        .reports()
        .headMap(steps)
        .forEach(
            (step, values) ->
                draft
                    .intermediate(step, values.get(0))
                    .systemAttribute(TrialRecord.REPORT + step, values));
    return draft.record();
  }

  private static TrialRecord reversed(TrialRecord trial) {
    TrialDraft draft = new TrialDraft(trial.id(), trial.number(), trial.state());
    draft.values(trial.values());
    trial
        .reports()
        .forEach(
            (step, values) ->
                draft
                    .intermediate(step, values.get(2))
                    .systemAttribute(
                        TrialRecord.REPORT + step,
                        List.of(values.get(2), values.get(1), values.get(0))));
    return draft.record();
  }
}
