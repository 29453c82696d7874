package org.hone.search.terminator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.hone.search.space.Direction;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.SearchSpace;
import org.hone.search.study.Outcome;
import org.hone.search.study.Study;
import org.hone.search.testkit.ManyObjectives;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialDraft;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;
import org.junit.jupiter.api.Test;

class StagnationTest {
  private static final List<Direction> UP = List.of(Direction.MAXIMIZE);

  private static StudySnapshot study(List<Direction> directions, List<List<Double>> values) {
    List<TrialRecord> trials = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      TrialState state = values.get(i).isEmpty() ? TrialState.FAIL : TrialState.COMPLETE;
      trials.add(new TrialDraft(i + 1, i, state).values(values.get(i)).record());
    }
    return ManyObjectives.of(directions, trials);
  }

  private static StudySnapshot rising(double... values) {
    return study(UP, java.util.Arrays.stream(values).mapToObj(List::of).toList());
  }

  @Test
  void stopsAfterSoManyTrialsWithoutImprovement() {
    Terminator terminator = Stagnation.after(3);
    assertThat(terminator.shouldStop(rising())).isFalse();
    assertThat(terminator.shouldStop(rising(1, 2, 2, 1))).isFalse();
    assertThat(terminator.shouldStop(rising(1, 2, 2, 1, 0))).isTrue();
    assertThat(terminator.shouldStop(rising(1, 2, 2, 1, 2.1))).isFalse();
  }

  @Test
  void countsFailuresButWaitsForAFirstValue() {
    Terminator terminator = Stagnation.after(2);
    assertThat(terminator.shouldStop(study(UP, List.of(List.of(), List.of(), List.of()))))
        .isFalse();
    assertThat(terminator.shouldStop(study(UP, List.of(List.of(1.0), List.of(), List.of()))))
        .isTrue();
  }

  @Test
  void doesNotCountInterruptedAndRunningTrials() {
    TrialRecord good = new TrialDraft(1, 0, TrialState.COMPLETE).values(List.of(1.0)).record();
    TrialRecord lost =
        new TrialDraft(2, 1, TrialState.FAIL)
            .systemAttribute(TrialRecord.REASON, TrialRecord.INTERRUPTED)
            .record();
    TrialRecord running = new TrialDraft(3, 2, TrialState.RUNNING).record();
    StudySnapshot snapshot = ManyObjectives.of(UP, List.of(good, lost, running));
    assertThat(Stagnation.after(1).shouldStop(snapshot)).isFalse();
  }

  @Test
  void aTrialThatBreaksAConstraintImprovesNothing() {
    TrialRecord good = new TrialDraft(1, 0, TrialState.COMPLETE).values(List.of(1.0)).record();
    TrialRecord forbidden =
        new TrialDraft(2, 1, TrialState.COMPLETE)
            .values(List.of(9.0))
            .systemAttribute(TrialRecord.CONSTRAINTS, List.of(1))
            .record();
    assertThat(Stagnation.after(1).shouldStop(ManyObjectives.of(UP, List.of(good, forbidden))))
        .isTrue();
  }

  @Test
  void tooSmallAnImprovementIsNone() {
    assertThat(new Stagnation(3, 0.5).shouldStop(rising(1, 1.2, 1.4, 1.45))).isTrue();
    assertThat(new Stagnation(3, 0.5).shouldStop(rising(1, 1.2, 1.4, 1.5))).isFalse();
  }

  @Test
  void withSeveralObjectivesWatchesTheFront() {
    List<Direction> directions = List.of(Direction.MINIMIZE, Direction.MAXIMIZE);
    List<List<Double>> values =
        new ArrayList<>(List.of(List.of(1.0, 1.0), List.of(2.0, 2.0), List.of(3.0, 2.0)));
    values.add(List.of(1.0, 1.0));
    assertThat(Stagnation.after(2).shouldStop(study(directions, values))).isTrue();
    values.add(List.of(0.0, 0.0));
    assertThat(Stagnation.after(2).shouldStop(study(directions, values))).isFalse();
  }

  @Test
  void combines() {
    Terminator three = Stagnation.after(3);
    Terminator long3 = snapshot -> snapshot.trials().size() >= 5;
    assertThat(three.and(long3).shouldStop(rising(2, 1, 1, 1))).isFalse();
    assertThat(three.or(long3).shouldStop(rising(2, 1, 1, 1))).isTrue();
    assertThat(three.and(long3).shouldStop(rising(2, 1, 1, 1, 1))).isTrue();
  }

  @Test
  void endsAnOptimisation() {
    Study study =
        Study.builder("stagnant")
            .space(SearchSpace.of(Parameter.of("x", FloatDistribution.of(0, 1))))
            .terminator(Stagnation.after(4))
            .create();
    study.optimize(100, trial -> Outcome.complete(-Math.min(trial.number(), 5)));
    assertThat(study.snapshot().trials()).hasSize(10);
    study.optimize(100, trial -> Outcome.complete(0));
    assertThat(study.snapshot().trials()).as("already stagnant: one more").hasSize(11);
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatThrownBy(() -> Stagnation.after(0)).hasMessageContaining("trials=0");
    assertThatThrownBy(() -> new Stagnation(1, -1)).hasMessageContaining("least=-1.0");
  }
}
