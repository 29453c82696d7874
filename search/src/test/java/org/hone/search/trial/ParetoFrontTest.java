package org.hone.search.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.hone.search.space.Direction;
import org.junit.jupiter.api.Test;

class ParetoFrontTest {

  private static TrialDraft trial(int number, Double... values) {
    return new TrialDraft(number + 1, number, TrialState.COMPLETE).values(List.of(values));
  }

  private static List<Integer> front(List<Direction> directions, TrialDraft... trials) {
    StudyDefinition definition =
        new StudyDefinition("front", directions, Optional.empty(), Catalogue.empty());
    List<TrialRecord> records = List.of(trials).stream().map(TrialDraft::record).toList();
    return ParetoFront.of(StudySnapshot.of(definition, records)).stream()
        .map(TrialRecord::number)
        .toList();
  }

  @Test
  void holdsWhatNoOtherTrialDominates() {
    List<Direction> directions = List.of(Direction.MINIMIZE, Direction.MAXIMIZE);
    assertThat(
            front(
                directions,
                trial(0, 1.0, 1.0),
                trial(1, 2.0, 1.0),
                trial(2, 2.0, 3.0),
                trial(3, 1.0, 1.0),
                trial(4, Double.NEGATIVE_INFINITY, -9.0)))
        .containsExactly(0, 2, 3, 4);
  }

  @Test
  void leavesOutTrialsThatBreakAConstraintOrHaveNoValues() {
    List<Direction> directions = List.of(Direction.MINIMIZE, Direction.MINIMIZE);
    TrialDraft forbidden =
        trial(0, 0.0, 0.0).systemAttribute(TrialRecord.CONSTRAINTS, List.of(-1, 0.5));
    TrialDraft pruned = trial(1, 0.0, 0.0).state(TrialState.PRUNED);
    assertThat(front(directions, forbidden, pruned)).isEmpty();
    assertThat(front(directions, forbidden, trial(2, 5.0, 5.0), pruned)).containsExactly(2);
  }

  @Test
  void ofOneObjectiveHoldsAllThatAreBest() {
    assertThat(front(List.of(Direction.MAXIMIZE), trial(0, 1.0), trial(1, 2.0), trial(2, 2.0)))
        .containsExactly(1, 2);
    assertThat(front(List.of(Direction.MAXIMIZE))).isEmpty();
  }
}
