package org.hone.search.sampler.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hone.search.math.NonDominatedSort;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.hone.search.testkit.ManyObjectives;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialDraft;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;
import org.junit.jupiter.api.Test;

class ContendersTest {
  private static final SearchSpace SPACE =
      SearchSpace.of(
          Parameter.of("x", FloatDistribution.of(0, 1)),
          Parameter.of("y", FloatDistribution.of(0, 1)));

  private static List<Double> sums(ParameterValues point) {
    return List.of(point.number("x"), point.number("y") + 0.1 * point.number("x"));
  }

  private static StudySnapshot study(List<TrialRecord> trials) {
    return ManyObjectives.of(ManyObjectives.minimized(2), trials);
  }

  private static List<Integer> numbers(Contenders contenders) {
    return contenders.individuals().stream().map(Individual::number).toList();
  }

  /** Nobody is left out who could be among the best fifty. */
  @Test
  void holdEveryoneWhoCanBeSelected() {
    List<TrialRecord> trials = ManyObjectives.complete(SPACE, 600, ContendersTest::sums, 1);
    StudySnapshot snapshot = study(trials);
    int[] ranks =
        NonDominatedSort.ranks(trials.stream().map(snapshot::losses).toArray(double[][]::new));
    List<Integer> byRank =
        IntStream.range(0, 600)
            .boxed()
            .sorted(java.util.Comparator.comparingInt(i -> ranks[i]))
            .toList();
    int worst = ranks[byRank.get(49)];
    List<Integer> kept = numbers(Contenders.of(snapshot, SPACE));
    assertThat(kept).containsAll(byRank.stream().filter(i -> ranks[i] <= worst).toList());
    assertThat(kept.size()).isLessThan(400);
  }

  @Test
  void areTheSameHoweverManyTrialsCameAtATime() {
    List<TrialRecord> trials = ManyObjectives.mixed(SPACE, 300, 2, 7);
    StudySnapshot growing = study(List.of());
    for (int count = 0; count <= 300; count += 7) {
      growing = study(trials.subList(0, count)).with(growing.memo());
      Contenders.of(growing, SPACE);
    }
    growing = study(trials).with(growing.memo());
    assertThat(numbers(Contenders.of(growing, SPACE)))
        .isEqualTo(numbers(Contenders.of(study(trials), SPACE)));
  }

  /** As when a slow worker's trial ends long after later ones. */
  @Test
  void areTheSameInWhateverOrderTrialsEnded() {
    List<TrialRecord> trials = ManyObjectives.complete(SPACE, 100, ContendersTest::sums, 3);
    List<TrialRecord> waiting = new ArrayList<>(trials);
    for (int i = 10; i < 60; i++) {
      waiting.set(
          i,
          new TrialDraft(i + 1, i, TrialState.RUNNING)
              .parameters(trials.get(i).parameters())
              .record());
    }
    StudySnapshot early = study(waiting);
    Contenders.of(early, SPACE);
    StudySnapshot late = study(trials).with(early.memo());
    assertThat(numbers(Contenders.of(late, SPACE)))
        .isEqualTo(numbers(Contenders.of(study(trials), SPACE)));
    assertThat(numbers(Contenders.of(early.with(late.memo()), SPACE)))
        .as("a snapshot from before")
        .isEqualTo(numbers(Contenders.of(study(waiting), SPACE)));
  }

  @Test
  void interruptedTrialsAndThoseOfOtherSpacesDoNotCount() {
    List<TrialRecord> trials = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      TrialDraft draft = new TrialDraft(i + 1, i, i < 25 ? TrialState.FAIL : TrialState.COMPLETE);
      if (i < 25) {
        draft.parameters(SPACE.defaults());
        draft.systemAttribute(TrialRecord.REASON, TrialRecord.INTERRUPTED);
      } else {
        draft.parameter("z", FloatDistribution.of(0, 1), 0.5).values(List.of(1.0, 1.0));
      }
      trials.add(draft.record());
    }
    Contenders contenders = Contenders.of(study(trials), SPACE);
    assertThat(contenders.individuals()).isEmpty();
    assertThat(contenders.areEnough()).isFalse();
  }

  @Test
  void thePopulationGrowsWithTheTrials() {
    List<TrialRecord> trials = ManyObjectives.complete(SPACE, 600, ContendersTest::sums, 1);
    assertThat(Contenders.of(study(trials.subList(0, 20)), SPACE).populationSize()).isEqualTo(8);
    assertThat(Contenders.of(study(trials.subList(0, 100)), SPACE).populationSize()).isEqualTo(20);
    assertThat(Contenders.of(study(trials), SPACE).populationSize()).isEqualTo(50);
  }

  @Test
  void infiniteLossesBecomeFiniteAndStayTheBestAndTheWorst() {
    double infinite = Double.POSITIVE_INFINITY;
    double[][] losses = {{1, infinite}, {3, 5}, {-infinite, 5}, {infinite, -infinite}};
    List<TrialRecord> trials =
        IntStream.range(0, 4)
            .mapToObj(
                i ->
                    new TrialDraft(i + 1, i, TrialState.COMPLETE)
                        .parameters(SPACE.defaults())
                        .values(List.of(losses[i][0], losses[i][1]))
                        .record())
            .toList();
    List<double[]> finite =
        Contenders.of(study(trials), SPACE).individuals().stream().map(Individual::losses).toList();
    assertThat(finite.get(0)).containsExactly(1, 10);
    assertThat(finite.get(1)).containsExactly(3, 5);
    assertThat(finite.get(2)).containsExactly(-1, 5);
    assertThat(finite.get(3)).containsExactly(5, 0);
  }
}
