package org.hone.search.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.hone.search.space.CategoricalDistribution;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.SearchSpace;
import org.hone.search.study.Budget;
import org.hone.search.study.Outcome;
import org.hone.search.study.Study;
import org.hone.search.testkit.SamplerContract;
import org.hone.search.trial.TrialRecord;
import org.junit.jupiter.api.Test;

class GridSamplerTest implements SamplerContract {
  private static final SearchSpace SPACE =
      SearchSpace.of(
          Parameter.of("rate", FloatDistribution.log(1e-4, 1)),
          Parameter.of("kind", CategoricalDistribution.of("a", "b")));

  @Override
  public Sampler sampler() {
    return new GridSampler();
  }

  private static List<Map<String, Object>> points(Sampler sampler, SearchSpace space) {
    Study study = Study.builder("grid").space(space).sampler(sampler).create();
    study.optimize(Budget.trials(1000), 3, trial -> Outcome.complete(0));
    return study.snapshot().trials().stream()
        .map(TrialRecord::parameters)
        .map(point -> point.external())
        .toList();
  }

  @Test
  void spreadsFiveValuesOverARangeOnItsScale() {
    assertThat(points(new GridSampler(), SPACE))
        .hasSize(10)
        .doesNotHaveDuplicates()
        .anyMatch(point -> point.get("rate").equals(1e-4))
        .anyMatch(point -> point.get("rate").equals(1.0))
        .anyMatch(point -> Math.abs((Double) point.get("rate") - 0.01) < 1e-9);
  }

  @Test
  void triesTheGivenValuesOnly() {
    Sampler sampler = new GridSampler().withValues(Map.of("rate", List.of(0.1, 0.003)));
    assertThat(points(sampler, SPACE))
        .containsExactlyInAnyOrder(
            Map.of("rate", 0.1, "kind", "a"),
            Map.of("rate", 0.1, "kind", "b"),
            Map.of("rate", 0.003, "kind", "a"),
            Map.of("rate", 0.003, "kind", "b"));
  }

  @Test
  void takesAnotherNumberOfValues() {
    assertThat(points(new GridSampler().withPoints(3), SPACE)).hasSize(6);
  }

  /** With least = 3 the grid leaves depth nothing: no point, and no error. */
  @Test
  void leavesOutWhatConstraintsExclude() {
    Sampler sampler =
        new GridSampler()
            .withValues(
                Map.of("depth", List.of(1, 2), "kind", List.of("b"), "left", List.of(false)));
    assertThat(points(sampler, ExhaustiveTree.space())).hasSize(3 * 2).doesNotHaveDuplicates();
  }

  @Test
  void refusesGridsThatCannotBe() {
    assertThatThrownBy(() -> new GridSampler().withPoints(1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("points=1");
    assertThatThrownBy(() -> new GridSampler().withValues(Map.of("kind", List.of())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'kind'");
    Sampler wrong = new GridSampler().withValues(Map.of("kind", List.of("z")));
    assertThatThrownBy(() -> points(wrong, SPACE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("z");
  }
}
