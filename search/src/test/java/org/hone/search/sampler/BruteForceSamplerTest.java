package org.hone.search.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.IntDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.hone.search.study.Budget;
import org.hone.search.study.Outcome;
import org.hone.search.study.Study;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BruteForceSamplerTest {

  private static Study study(SearchSpace space) {
    return Study.builder("all")
        .space(space)
        .sampler(Samplers.named("brute-force"))
        .seed(3)
        .create();
  }

  private static List<ParameterValues> points(Study study) {
    return study.snapshot().trials().stream().map(TrialRecord::parameters).toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void triesEveryPointOnceAndEnds(int threads) {
    Study study = study(ExhaustiveTree.space());
    study.optimize(Budget.trials(1000), threads, trial -> Outcome.complete(0));
    assertThat(points(study)).hasSize(ExhaustiveTree.POINTS).doesNotHaveDuplicates();
    assertThat(study.snapshot().in(TrialState.COMPLETE)).hasSize(ExhaustiveTree.POINTS);
  }

  @Test
  void endsALargeSpaceToo() {
    Study study =
        study(
            SearchSpace.of(
                Parameter.of("a", IntDistribution.of(1, 20)),
                Parameter.of("b", IntDistribution.stepped(0, 90, 10)),
                Parameter.of("c", IntDistribution.log(1, 8))));
    study.optimize(Budget.trials(5000), 1, trial -> Outcome.complete(0));
    assertThat(points(study)).hasSize(1600).doesNotHaveDuplicates();
  }

  @Test
  void aFailedTrialCountsAndAnInterruptedOneDoesNot() {
    Study study = study(SearchSpace.of(Parameter.of("k", IntDistribution.of(1, 3))));
    study.tell(study.ask(), Outcome.failed("diverged"));
    study.tell(study.ask(), Outcome.failed(TrialRecord.INTERRUPTED));
    study.optimize(Budget.trials(10), 1, trial -> Outcome.complete(0));
    assertThat(points(study)).hasSize(4);
    assertThat(points(study).stream().distinct()).hasSize(3);
  }

  @Test
  void whoAsksForMoreIsToldThatAllWasTried() {
    Study study = study(SearchSpace.of(Parameter.of("k", IntDistribution.of(1, 2))));
    study.ask();
    study.ask();
    assertThatThrownBy(study::ask)
        .isInstanceOf(SpaceExhaustedException.class)
        .hasMessageContaining("brute-force has tried every point");
    assertThat(study.snapshot().trials()).hasSize(2);
  }

  /** The first trials come from all over the space, not from one end. */
  @Test
  void comesInRandomOrder() {
    Study study = study(SearchSpace.of(Parameter.of("k", IntDistribution.of(1, 1000))));
    study.optimize(30, trial -> Outcome.complete(0));
    assertThat(points(study).stream().mapToInt(p -> p.integer("k")).max().orElseThrow())
        .isGreaterThan(700);
    assertThat(points(study).stream().mapToInt(p -> p.integer("k")).min().orElseThrow())
        .isLessThan(300);
  }

  @Test
  void refusesAContinuousParameter() {
    Study study = study(SearchSpace.of(Parameter.of("rate", FloatDistribution.of(0, 1))));
    assertThatThrownBy(study::ask)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'rate'")
        .hasMessageContaining("grid");
  }
}
