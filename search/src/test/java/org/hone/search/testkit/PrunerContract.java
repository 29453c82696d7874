package org.hone.search.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.hone.search.pruner.Pruner;
import org.hone.search.pruner.Pruners;
import org.hone.search.space.Direction;
import org.hone.search.trial.Catalogue;
import org.hone.search.trial.StudyDefinition;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialDraft;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;
import org.junit.jupiter.api.Test;

/** What every pruner keeps to. */
public interface PrunerContract {
  int SEEDS = 50;
  int STEPS = 12;

  Pruner pruner();

  /** The first step at which it may end a trial. */
  default int warmup() {
    return 0;
  }

  /** Falling curves with noise; some with NaN and infinities, some that were pruned or failed. */
  private static List<TrialRecord> curves(int count, long seed) {
    Random random = new Random(seed);
    List<TrialRecord> trials = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      TrialState state = random.nextInt(4) == 0 ? TrialState.FAIL : TrialState.COMPLETE;
      TrialDraft draft = curve(i, state, random);
      trials.add(draft.values(List.of(random.nextDouble())).record());
    }
    return trials;
  }

  private static TrialDraft curve(int number, TrialState state, Random random) {
    TrialDraft draft = new TrialDraft(number + 1, number, state);
    double quality = random.nextDouble();
    for (int step = 0; step < STEPS; step++) {
      double noise = 0.1 * random.nextGaussian();
      double value = random.nextInt(15) == 0 ? odd(random) : quality + 1.0 / (step + 1) + noise;
      draft.intermediate(step, value);
    }
    return draft;
  }

  private static double odd(Random random) {
    double[] odd = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
    return odd[random.nextInt(odd.length)];
  }

  private static TrialRecord running(int number, int steps, long seed) {
    TrialRecord whole = curve(number, TrialState.RUNNING, new Random(seed)).record();
    TrialDraft draft = new TrialDraft(number + 1, number, TrialState.RUNNING);
    whole.intermediate().headMap(steps).forEach(draft::intermediate);
    return draft.record();
  }

  private static TrialRecord withLast(TrialRecord trial, double value) {
    TrialDraft draft = new TrialDraft(trial.id(), trial.number(), trial.state());
    trial.intermediate().forEach(draft::intermediate);
    return draft.intermediate(trial.intermediate().lastKey(), value).record();
  }

  private boolean prunes(List<TrialRecord> others, TrialRecord trial) {
    List<TrialRecord> all = new ArrayList<>(others);
    all.add(trial);
    return pruner().shouldPrune(Histories.of(Direction.MINIMIZE, all), trial);
  }

  @Test
  default void isFoundByItsId() {
    assertThat(pruner().id()).matches("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    assertThat(Pruners.named(pruner().id())).hasSameClassAs(pruner());
  }

  @Test
  default void letsTheOnlyTrialRun() {
    for (long seed = 0; seed < SEEDS; seed++) {
      assertThat(prunes(List.of(), running(0, STEPS, seed))).isFalse();
    }
  }

  @Test
  default void neverPrunesBeforeTheFirstReport() {
    assertThat(prunes(curves(20, 1), running(20, 0, 1))).isFalse();
  }

  @Test
  default void neverPrunesDuringWarmup() {
    for (long seed = 0; seed < SEEDS; seed++) {
      assertThat(prunes(curves(20, seed), running(20, warmup(), seed))).isFalse();
    }
  }

  @Test
  default void neverPrunesTheBest() {
    for (long seed = 0; seed < SEEDS; seed++) {
      TrialRecord best = withLast(running(20, STEPS, seed), Double.NEGATIVE_INFINITY);
      assertThat(prunes(curves(20, seed), best)).isFalse();
    }
  }

  /** Who goes on with a value also goes on with a better one. */
  @Test
  default void isMonotone() {
    for (long seed = 0; seed < SEEDS; seed++) {
      List<TrialRecord> others = curves(20, seed);
      TrialRecord trial = running(20, 1 + (int) seed % STEPS, seed);
      double last = trial.lastReport().orElseThrow();
      if (!prunes(others, trial) && !Double.isNaN(last)) {
        assertThat(prunes(others, withLast(trial, last - 0.5))).isFalse();
      }
    }
  }

  @Test
  default void maximisesAsItMinimises() {
    for (long seed = 0; seed < SEEDS; seed++) {
      TrialRecord trial = running(20, 1 + (int) seed % STEPS, seed);
      List<TrialRecord> all = new ArrayList<>(curves(20, seed));
      all.add(trial);
      StudySnapshot snapshot = Histories.of(Direction.MINIMIZE, all);
      assertThat(pruner().shouldPrune(Histories.mirrored(snapshot), Histories.mirrored(trial)))
          .isEqualTo(pruner().shouldPrune(snapshot, trial));
    }
  }

  @Test
  default void isDeterminedByItsArguments() {
    List<TrialRecord> others = curves(20, 3);
    TrialRecord trial = running(20, 5, 3);
    boolean first = prunes(others, trial);
    prunes(curves(20, 4), running(20, 7, 4));
    assertThat(prunes(others, trial)).isEqualTo(first);
  }

  /** Deciding is one way; the other is to say which pruners would. */
  @Test
  default void decidesAboutSeveralObjectivesOrSaysWhoWould() {
    TrialDraft draft = new TrialDraft(1, 0, TrialState.RUNNING).intermediate(1, 0.5);
    TrialRecord trial = draft.systemAttribute(TrialRecord.REPORT + 1, List.of(0.5, 0.25)).record();
    StudyDefinition definition =
        new StudyDefinition(
            "several",
            List.of(Direction.MINIMIZE, Direction.MAXIMIZE),
            Optional.empty(),
            Catalogue.empty());
    try {
      assertThat(pruner().shouldPrune(StudySnapshot.of(definition, List.of(trial)), trial))
          .isFalse();
    } catch (IllegalStateException e) {
      assertThat(e).hasMessageContaining("2").hasMessageContaining("asha, hyperband");
    }
  }
}
