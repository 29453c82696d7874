package org.hone.search.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;
import static org.hone.search.testkit.GoodnessOfFit.DRAWS;
import static org.hone.search.testkit.GoodnessOfFit.assertFollows;
import static org.hone.search.testkit.GoodnessOfFit.assertFrequencies;

import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hone.search.math.ParzenEstimator.Restriction;
import org.hone.search.space.CategoricalDistribution;
import org.hone.search.space.Distribution;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.IntDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ParzenEstimatorTest {
  private static final Restriction ANY = (dimension, value, soFar) -> true;
  private static final double[] WEIGHTS = {1, 0.2, 3, 1};

  private static ParzenEstimator of(Distribution distribution, double... observations) {
    return new ParzenEstimator(
        WEIGHTS, List.of(Kernels.of(distribution, observations, OptionalDouble.empty())));
  }

  private static double[] draws(ParzenEstimator estimator, Restriction restriction) {
    SplittableRandom random = new SplittableRandom(42);
    return DoubleStream.generate(() -> estimator.draw(restriction, random)[0])
        .limit(DRAWS)
        .toArray();
  }

  static Stream<Distribution> discrete() {
    return Stream.of(
        IntDistribution.of(1, 6),
        IntDistribution.log(1, 12),
        IntDistribution.stepped(-4, 8, 3),
        FloatDistribution.stepped(0, 1, 0.2),
        CategoricalDistribution.of("a", "b", "c", "d"),
        IntDistribution.of(7, 7));
  }

  private static double[] values(Distribution distribution) {
    int n = distribution.cardinality().orElseThrow();
    return DoubleStream.iterate(0, edge -> edge < 1 - 1e-12, edge -> above(distribution, edge))
        .map(edge -> distribution.fromUnit(Math.min(1, edge + 1e-9)))
        .limit(n)
        .toArray();
  }

  private static double above(Distribution distribution, double edge) {
    return distribution.cell(distribution.fromUnit(Math.min(1, edge + 1e-9))).high();
  }

  @ParameterizedTest
  @MethodSource("discrete")
  void probabilitiesSumToOneAndDrawsFollowThemSeed42(Distribution distribution) {
    double[] values = values(distribution);
    int last = values.length - 1;
    ParzenEstimator estimator = of(distribution, values[0], values[last / 2], values[last]);
    double[] probabilities =
        DoubleStream.of(values)
            .map(value -> Math.exp(estimator.logDensity(new double[] {value})))
            .toArray();
    assertThat(DoubleStream.of(probabilities).sum()).isCloseTo(1, within(1e-9));
    double[] draws = draws(estimator, ANY);
    long[] counts =
        DoubleStream.of(values)
            .mapToLong(value -> DoubleStream.of(draws).filter(draw -> draw == value).count())
            .toArray();
    if (counts.length > 1) {
      assertFrequencies(probabilities, counts);
    }
  }

  @Test
  void drawsFromAContinuousMixtureFollowItSeed42() {
    FloatDistribution range = FloatDistribution.log(1e-4, 1);
    ParzenEstimator estimator = of(range, 1e-3, 0.5, 1);
    int cells = 4000;
    double[] cdf = new double[cells + 1];
    for (int i = 0; i < cells; i++) {
      double middle = range.fromUnit((i + 0.5) / cells);
      cdf[i + 1] = cdf[i] + Math.exp(estimator.logDensity(new double[] {middle})) / cells;
    }
    assertThat(cdf[cells]).isCloseTo(1, within(1e-6));
    assertFollows(x -> cdf[(int) Math.round(range.toUnit(x) * cells)], draws(estimator, ANY));
  }

  @Test
  void drawsOnlyWhatIsAllowedSeed42() {
    Restriction even = (dimension, value, soFar) -> value % 2 == 0;
    assertThat(draws(of(IntDistribution.of(1, 6), 1, 1, 1), even))
        .contains(2, 4, 6)
        .doesNotContain(1, 3, 5);
    assertThat(draws(of(CategoricalDistribution.of("a", "b", "c"), 1, 1, 1), even))
        .contains(0, 2)
        .doesNotContain(1);
  }

  /** Far from every kernel it falls back to a uniform draw. */
  @Test
  void findsTheOneAllowedValueSeed42() {
    Restriction one = (dimension, value, soFar) -> value == 999;
    assertThat(of(IntDistribution.of(1, 1000), 1, 1, 1).draw(one, new SplittableRandom(42)))
        .containsExactly(999);
  }

  @Test
  void saysWhenNothingIsAllowed() {
    Restriction nothing = (dimension, value, soFar) -> false;
    SplittableRandom random = new SplittableRandom(42);
    for (Distribution distribution :
        List.of(IntDistribution.of(1, 6), CategoricalDistribution.of("a", "b"))) {
      assertThatIllegalStateException()
          .isThrownBy(() -> of(distribution, 1, 1, 1).draw(nothing, random));
      assertThatIllegalStateException()
          .isThrownBy(() -> Uniform.draw(distribution, value -> false, random))
          .withMessageContaining(distribution.describe());
    }
  }

  @Test
  void keepsDimensionsOfAComponentTogetherSeed42() {
    Distribution flag = CategoricalDistribution.flag();
    double[] both = {0, 1, 0, 1, 0, 1, 0, 1};
    List<Kernels> twice =
        IntStream.range(0, 2)
            .mapToObj(i -> Kernels.of(flag, both, OptionalDouble.empty()))
            .toList();
    ParzenEstimator estimator =
        new ParzenEstimator(new double[] {1, 1, 1, 1, 1, 1, 1, 1, 1}, twice);
    SplittableRandom random = new SplittableRandom(42);
    long agree =
        Stream.generate(() -> estimator.draw(ANY, random))
            .limit(DRAWS)
            .filter(point -> point[0] == point[1])
            .count();
    double expected =
        Math.exp(estimator.logDensity(new double[] {0, 0}))
            + Math.exp(estimator.logDensity(new double[] {1, 1}));
    assertThat(expected).isGreaterThan(0.75);
    assertFrequencies(new double[] {expected, 1 - expected}, new long[] {agree, DRAWS - agree});
  }

  @Test
  void showsRestrictionsWhatWasDrawnBefore() {
    Distribution flag = CategoricalDistribution.flag();
    List<Kernels> twice =
        List.of(
            Kernels.of(flag, new double[] {}, OptionalDouble.empty()),
            Kernels.of(flag, new double[] {}, OptionalDouble.empty()));
    ParzenEstimator estimator = new ParzenEstimator(new double[] {1}, twice);
    SplittableRandom random = new SplittableRandom(1);
    Restriction differ = (dimension, value, soFar) -> dimension == 0 || value != soFar[0];
    for (int i = 0; i < 100; i++) {
      double[] point = estimator.draw(differ, random);
      assertThat(point[0]).isNotEqualTo(point[1]);
    }
  }

  @Test
  void putsThePriorsModeAtTheDefault() {
    Kernels kernels =
        Kernels.of(FloatDistribution.of(0, 10), new double[] {}, OptionalDouble.of(9));
    ParzenEstimator prior = new ParzenEstimator(new double[] {1}, List.of(kernels));
    assertThat(prior.logDensity(new double[] {9}))
        .isGreaterThan(prior.logDensity(new double[] {5}));
  }

  @Test
  void checksItsArguments() {
    List<Kernels> one =
        List.of(Kernels.of(FloatDistribution.of(0, 1), new double[] {0.5}, OptionalDouble.empty()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ParzenEstimator(new double[] {1}, one));
    assertThatIllegalStateException()
        .isThrownBy(() -> new ParzenEstimator(new double[] {0, 0}, one));
  }

  @Test
  void widthsFollowTheNeighbours() {
    assertThat(Bandwidth.neighbours(new double[] {})).isEmpty();
    assertThat(Bandwidth.neighbours(new double[] {0.2})).containsExactly(0.8);
    assertThat(Bandwidth.neighbours(new double[] {0.9, 0.1, 0.4}))
        .containsExactly(new double[] {0.5, 0.3, 0.5}, within(1e-12));
    assertThat(Bandwidth.neighbours(new double[] {0.5, 0.5})).containsExactly(0.25, 0.25);
    assertThat(Bandwidth.neighbours(new double[1000])).containsOnly(0.01);
  }
}
