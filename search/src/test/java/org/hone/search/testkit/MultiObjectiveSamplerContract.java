package org.hone.search.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.hone.search.sampler.Sampler;
import org.hone.search.sampler.Suggestion;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every sampler of studies with several objectives keeps to. */
public interface MultiObjectiveSamplerContract {
  int FEWER_SEEDS = 10;

  Sampler sampler();

  static Stream<SearchSpace> spacesOfSeveralObjectives() {
    return SamplerContract.spaces();
  }

  /** Objectives that contradict one another in part. */
  private static List<Double> objectives(ParameterValues point, int count) {
    double sum =
        point.assignments().values().stream()
            .mapToDouble(a -> a.distribution().toUnit(a.value()))
            .sum();
    return IntStream.range(0, count).mapToObj(m -> Math.abs(sum - m)).toList();
  }

  private static StudySnapshot history(SearchSpace space, int trials, int objectives, long seed) {
    List<TrialRecord> complete =
        ManyObjectives.complete(space, trials, point -> objectives(point, objectives), seed);
    return ManyObjectives.of(ManyObjectives.minimized(objectives), complete);
  }

  private Suggestion suggestion(StudySnapshot snapshot, SearchSpace space, long seed) {
    return sampler().sample(snapshot, space, new SplittableRandom(seed));
  }

  private ParameterValues sampled(StudySnapshot snapshot, SearchSpace space, long seed) {
    return suggestion(snapshot, space, seed).point();
  }

  @ParameterizedTest
  @MethodSource("spacesOfSeveralObjectives")
  default void staysWithinTheSpaceWithSeveralObjectives(SearchSpace space) {
    for (int objectives = 2; objectives <= 3; objectives++) {
      for (int trials : new int[] {0, 1, 10, 40}) {
        for (long seed = 0; seed < FEWER_SEEDS; seed++) {
          StudySnapshot snapshot = history(space, trials, objectives, seed);
          ParameterValues point = sampled(snapshot, space, seed);
          assertThat(space.fromExternal(point.external())).isEqualTo(point);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("spacesOfSeveralObjectives")
  default void bearsAnyHistoryOfSeveralObjectives(SearchSpace space) {
    for (int objectives = 2; objectives <= 3; objectives++) {
      for (long seed = 0; seed < FEWER_SEEDS; seed++) {
        List<TrialRecord> trials = ManyObjectives.mixed(space, 80, objectives, seed);
        StudySnapshot snapshot = ManyObjectives.of(ManyObjectives.minimized(objectives), trials);
        ParameterValues point = sampled(snapshot, space, seed);
        assertThat(space.fromExternal(point.external())).isEqualTo(point);
      }
    }
  }

  /** Also of what the sampler remembers: a new snapshot of the same history knows nothing. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  default void isDeterminedByItsArgumentsWithSeveralObjectives(int objectives) {
    SearchSpace space = SamplerContract.everything();
    StudySnapshot snapshot = history(space, 30, objectives, 1);
    Suggestion first = suggestion(snapshot, space, 5);
    suggestion(history(space, 20, objectives, 2), space, 6);
    suggestion(snapshot, space, 7);
    assertThat(suggestion(snapshot, space, 5)).isEqualTo(first);
    assertThat(suggestion(history(space, 30, objectives, 1), space, 5)).isEqualTo(first);
  }

  @Test
  default void dependsOnTheSeedWithSeveralObjectives() {
    SearchSpace space = SamplerContract.everything();
    StudySnapshot snapshot = history(space, 30, 2, 1);
    assertThat(LongStream.range(0, FEWER_SEEDS).mapToObj(seed -> sampled(snapshot, space, seed)))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  default void maximisesEachObjectiveAsItMinimisesIt(int objectives) {
    SearchSpace space = SamplerContract.everything();
    for (long seed = 0; seed < FEWER_SEEDS; seed++) {
      List<TrialRecord> trials = ManyObjectives.mixed(space, 80, objectives, seed);
      StudySnapshot snapshot = ManyObjectives.of(ManyObjectives.minimized(objectives), trials);
      ParameterValues point = sampled(snapshot, space, seed);
      for (int m = 0; m < objectives; m++) {
        assertThat(sampled(ManyObjectives.mirrored(snapshot, m), space, seed)).isEqualTo(point);
      }
    }
  }
}
