package org.hone.search.sampler.qmc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.hone.search.space.CategoricalDistribution;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.IntDistribution;
import org.hone.search.space.Literal;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.hone.search.study.Budget;
import org.hone.search.study.Outcome;
import org.hone.search.study.Study;
import org.hone.search.testkit.SamplerContract;
import org.hone.search.trial.TrialRecord;
import org.junit.jupiter.api.Test;

/** What quasi-random samplers keep to. */
interface QuasiRandomContract extends SamplerContract {

  private Study study(SearchSpace space, long seed) {
    return Study.builder("quasi-random").space(space).sampler(sampler()).seed(seed).create();
  }

  private List<ParameterValues> points(SearchSpace space, int threads, long seed) {
    Study study = study(space, seed);
    study.optimize(Budget.trials(64), threads, trial -> Outcome.complete(0));
    return study.snapshot().trials().stream().map(TrialRecord::parameters).toList();
  }

  @Test
  default void takesEveryPointOnceAlsoWithSeveralWorkers() {
    SearchSpace space = SearchSpace.of(Parameter.of("x", FloatDistribution.of(0, 64)));
    for (int threads : new int[] {1, 4}) {
      double[] cells =
          points(space, threads, 5).stream()
              .mapToDouble(point -> Math.floor(point.number("x")))
              .sorted()
              .toArray();
      assertThat(Arrays.stream(cells).distinct().count()).isEqualTo(64);
    }
  }

  @Test
  default void oneSeedGivesOneSequence() {
    SearchSpace space = SamplerContract.everything();
    assertThat(points(space, 1, 1)).isEqualTo(points(space, 1, 1));
    assertThat(points(space, 1, 1)).isNotEqualTo(points(space, 1, 2));
  }

  @Test
  default void coversCategoriesAndWhatDependsOnThemEvenly() {
    Parameter kind = Parameter.of("kind", CategoricalDistribution.of("a", "b"));
    SearchSpace space =
        new SearchSpace(
            List.of(
                kind,
                Parameter.of("k", IntDistribution.of(1, 4)),
                Parameter.of("y", FloatDistribution.of(0, 1)),
                Parameter.of("x", FloatDistribution.of(0, 1)).when(Literal.of(kind, "b"))),
            List.of());
    List<ParameterValues> points = points(space, 1, 3);
    assertThat(points.stream().filter(point -> point.contains("x")).count()).isBetween(30L, 34L);
    for (int k = 1; k <= 4; k++) {
      int wanted = k;
      assertThat(points.stream().filter(point -> point.integer("k") == wanted).count())
          .isBetween(13L, 19L);
    }
  }
}
