package org.hone.search.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.hone.search.sampler.Sampler;
import org.hone.search.space.CategoricalDistribution;
import org.hone.search.space.Direction;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Literal;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.hone.search.trial.StudySnapshot;
import org.junit.jupiter.api.Test;

/** What samplers keep to that learn how parameters depend on one another. */
public interface JointSamplerContract {
  int DRAWS = 200;

  Sampler sampler();

  private List<ParameterValues> draws(StudySnapshot snapshot, SearchSpace space) {
    return LongStream.range(0, DRAWS)
        .mapToObj(seed -> sampler().sample(snapshot, space, new SplittableRandom(seed)).point())
        .toList();
  }

  /** Neither parameter alone tells anything. */
  @Test
  default void learnsThatTwoParametersMustAgree() {
    SearchSpace space =
        SearchSpace.of(
            Parameter.of("left", FloatDistribution.of(0, 1)),
            Parameter.of("right", FloatDistribution.of(0, 1)));
    StudySnapshot snapshot =
        Histories.of(
            Direction.MINIMIZE,
            Histories.complete(space, 200, JointSamplerContract::disagreement, 1));
    double mean =
        draws(snapshot, space).stream()
            .mapToDouble(JointSamplerContract::disagreement)
            .average()
            .orElseThrow();
    assertThat(mean).as("mean distance; 1/3 for independent draws").isLessThan(0.15);
  }

  private static double disagreement(ParameterValues point) {
    return Math.abs(point.number("left") - point.number("right"));
  }

  @Test
  default void learnsWithinABranch() {
    Parameter kind = Parameter.of("kind", CategoricalDistribution.of("plain", "fancy"));
    SearchSpace space =
        SearchSpace.of(
            kind,
            Parameter.of("strength", FloatDistribution.of(0, 1)).when(Literal.of(kind, "fancy")));
    StudySnapshot snapshot =
        Histories.of(
            Direction.MAXIMIZE, Histories.complete(space, 80, JointSamplerContract::benefit, 2));
    List<ParameterValues> fancy =
        draws(snapshot, space).stream()
            .filter(point -> point.category("kind").equals("fancy"))
            .toList();
    assertThat(fancy.size()).as("draws of the better branch").isGreaterThan(DRAWS * 3 / 4);
    assertThat(fancy.stream().mapToDouble(point -> point.number("strength")).average())
        .hasValueCloseTo(0.8, within(0.1));
  }

  private static double benefit(ParameterValues point) {
    return point.contains("strength") ? 1 - Math.abs(point.number("strength") - 0.8) : 0;
  }
}
