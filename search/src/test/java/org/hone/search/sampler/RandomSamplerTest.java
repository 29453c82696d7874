package org.hone.search.sampler;

import static org.hone.search.testkit.GoodnessOfFit.DRAWS;
import static org.hone.search.testkit.GoodnessOfFit.assertFollows;
import static org.hone.search.testkit.GoodnessOfFit.assertFrequencies;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.hone.search.space.AtMostOne;
import org.hone.search.space.CategoricalDistribution;
import org.hone.search.space.Direction;
import org.hone.search.space.Distribution;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.IntDistribution;
import org.hone.search.space.Literal;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.hone.search.testkit.Histories;
import org.hone.search.testkit.MultiObjectiveSamplerContract;
import org.hone.search.testkit.SamplerContract;
import org.hone.search.trial.StudySnapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RandomSamplerTest implements SamplerContract, MultiObjectiveSamplerContract {
  private static final StudySnapshot NOTHING = Histories.of(Direction.MINIMIZE, List.of());

  @Override
  public Sampler sampler() {
    return new RandomSampler();
  }

  private List<ParameterValues> draws(SearchSpace space) {
    SplittableRandom random = new SplittableRandom(42);
    return Stream.generate(() -> sampler().sample(NOTHING, space, random).point())
        .limit(DRAWS)
        .toList();
  }

  @Test
  void drawsFloatsUniformlySeed42() {
    SearchSpace space = SearchSpace.of(Parameter.of("x", FloatDistribution.of(-3, 7)));
    assertFollows(
        x -> (x + 3) / 10, draws(space).stream().mapToDouble(p -> p.number("x")).toArray());
  }

  @Test
  void drawsLogFloatsLogUniformlySeed42() {
    SearchSpace space = SearchSpace.of(Parameter.of("x", FloatDistribution.log(1e-6, 1e2)));
    assertFollows(
        x -> (Math.log10(x) + 6) / 8,
        draws(space).stream().mapToDouble(p -> p.number("x")).toArray());
  }

  static Stream<Distribution> discrete() {
    return Stream.of(
        IntDistribution.of(-2, 5),
        IntDistribution.stepped(0, 9, 3),
        IntDistribution.log(1, 9),
        FloatDistribution.stepped(0, 1, 0.25),
        CategoricalDistribution.of("a", "b", "c"));
  }

  @ParameterizedTest
  @MethodSource
  void discrete(Distribution distribution) {
    int n = distribution.cardinality().orElseThrow();
    double[] values = new double[n];
    double[] probabilities = new double[n];
    double edge = 0;
    for (int i = 0; i < n; i++) {
      values[i] = distribution.fromUnit(Math.nextUp(edge));
      probabilities[i] = distribution.cell(values[i]).width();
      edge = distribution.cell(values[i]).high();
    }
    long[] counts = new long[n];
    for (ParameterValues point : draws(SearchSpace.of(Parameter.of("x", distribution)))) {
      counts[Arrays.binarySearch(values, point.number("x"))]++;
    }
    assertFrequencies(probabilities, counts);
  }

  /**
   * All points that constraints leave are equally likely: two flags of which one may be on, and a
   * choice one of which excludes both.
   */
  @Test
  void drawsUniformlyWhatConstraintsLeaveSeed42() {
    Parameter kind = Parameter.of("kind", CategoricalDistribution.of("free", "alone"));
    Parameter left = Parameter.of("left", CategoricalDistribution.flag());
    Parameter right = Parameter.of("right", IntDistribution.of(0, 2));
    AtMostOne rule =
        new AtMostOne(
            List.of(Literal.of(kind, "alone"), Literal.of(left, true), Literal.of(right, 1)));
    SearchSpace space = new SearchSpace(List.of(kind, left, right), List.of(rule));
    long[] counts = new long[7];
    for (ParameterValues point : draws(space)) {
      boolean alone = point.category("kind").equals("alone");
      int right3 = point.integer("right");
      counts[alone ? right3 / 2 : point.flag("left") ? 2 + right3 / 2 : 4 + right3]++;
    }
    double[] equal = new double[7];
    Arrays.fill(equal, 1 / 7.0);
    assertFrequencies(equal, counts);
  }
}
