package org.hone.search.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;
import static org.hone.search.testkit.GoodnessOfFit.DRAWS;
import static org.hone.search.testkit.GoodnessOfFit.assertFollows;
import static org.hone.search.testkit.GoodnessOfFit.assertFrequencies;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hone.search.space.CategoricalDistribution;
import org.hone.search.space.Distribution;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.IntDistribution;
import org.hone.search.space.Parameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ParzenEstimatorTest {
  private static final double[] WEIGHTS = {1, 0.2, 3, 1};

  private static Axis axis(Distribution distribution) {
    return Axis.of(Parameter.of("x", distribution));
  }

  private static Kernels kernels(Distribution distribution, double... coordinates) {
    return Kernels.of(axis(distribution), Observations.of(coordinates), 1);
  }

  private static ParzenEstimator of(Distribution distribution, double... coordinates) {
    return new ParzenEstimator(WEIGHTS, List.of(kernels(distribution, coordinates)));
  }

  private static double density(ParzenEstimator estimator, double... point) {
    return Math.exp(estimator.density().log(point));
  }

  private static double[] draws(ParzenEstimator estimator) {
    SplittableRandom random = new SplittableRandom(42);
    return DoubleStream.generate(() -> estimator.draw(random)[0]).limit(DRAWS).toArray();
  }

  private static double[] draws(Kernels kernels, Window window) {
    SplittableRandom random = new SplittableRandom(42);
    return DoubleStream.generate(() -> kernels.draw(0, window, random)).limit(1000).toArray();
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

  private static double[] coordinates(Distribution distribution) {
    int n = distribution.cardinality().orElseThrow();
    if (distribution instanceof CategoricalDistribution) {
      return IntStream.range(0, n).asDoubleStream().toArray();
    }
    return IntStream.range(0, 10_000)
        .mapToDouble(i -> axis(distribution).snap(i / 10_000.0))
        .distinct()
        .toArray();
  }

  @ParameterizedTest
  @MethodSource("discrete")
  void probabilitiesSumToOneAndDrawsFollowThemSeed42(Distribution distribution) {
    double[] values = coordinates(distribution);
    assertThat(values).hasSize(distribution.cardinality().orElseThrow());
    int last = values.length - 1;
    ParzenEstimator estimator = of(distribution, values[0], values[last / 2], values[last]);
    double[] probabilities =
        DoubleStream.of(values).map(value -> density(estimator, value)).toArray();
    assertThat(DoubleStream.of(probabilities).sum()).isCloseTo(1, within(1e-4));
    double[] draws = draws(estimator);
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
    ParzenEstimator estimator = of(FloatDistribution.log(1e-4, 1), 0.25, 0.9, 1);
    int cells = 4000;
    double[] cdf = new double[cells + 1];
    for (int i = 0; i < cells; i++) {
      cdf[i + 1] = cdf[i] + density(estimator, (i + 0.5) / cells) / cells;
    }
    assertThat(cdf[cells]).isCloseTo(1, within(1e-6));
    assertFollows(x -> cdf[(int) Math.round(x * cells)], draws(estimator));
  }

  @Test
  void drawsOnlyWhatIsAllowedSeed42() {
    Axis dice = axis(IntDistribution.of(1, 6));
    Window even = new Window(0, 1, unit -> IntDistribution.of(1, 6).fromUnit(unit) % 2 == 0);
    assertThat(draws(kernels(dice.distribution(), dice.snap(0)), even))
        .contains(dice.snap(0.2), dice.snap(0.5), dice.snap(0.9))
        .doesNotContain(dice.snap(0), dice.snap(0.4), dice.snap(0.7));
    Kernels letters = kernels(CategoricalDistribution.of("a", "b", "c"), 1, 1, 1);
    assertThat(draws(letters, new Window(0, 1, index -> index != 1))).containsOnly(0, 2);
  }

  @Test
  void drawsWithinTheWindowHoweverFarSeed42() {
    Kernels near = kernels(FloatDistribution.of(0, 1), 0.001, 0.002, 0.003, 0.004);
    assertThat(DoubleStream.of(draws(near, new Window(0.9, 0.95, x -> true))))
        .allMatch(x -> x >= 0.9 && x <= 0.95);
    assertThat(draws(near, new Window(0.9, 0.9, x -> true))).containsOnly(0.9);
  }

  @Test
  void findsTheOneAllowedValueSeed42() {
    Axis thousand = axis(IntDistribution.of(1, 1000));
    double wanted = thousand.snap(0.9985);
    Window one = new Window(0, 1, unit -> thousand.snap(unit) == wanted);
    assertThat(
            kernels(thousand.distribution(), 0.0005, 0.0005).draw(0, one, new SplittableRandom(42)))
        .isEqualTo(wanted);
  }

  @Test
  void bearsThatNothingIsAllowed() {
    Window nothing = new Window(0, 1, coordinate -> false);
    assertThat(draws(kernels(FloatDistribution.of(0, 1), 0.5), nothing)).containsOnly(0);
    assertThat(draws(kernels(CategoricalDistribution.flag(), 1), nothing)).containsOnly(0, 1);
  }

  @Test
  void keepsDimensionsOfAComponentTogetherSeed42() {
    double[] both = {0, 1, 0, 1, 0, 1, 0, 1};
    Kernels flag = kernels(CategoricalDistribution.flag(), both);
    double[] equal = new double[both.length + 1];
    Arrays.fill(equal, 1);
    ParzenEstimator estimator = new ParzenEstimator(equal, List.of(flag, flag));
    SplittableRandom random = new SplittableRandom(42);
    long agree =
        Stream.generate(() -> estimator.draw(random))
            .limit(DRAWS)
            .filter(point -> point[0] == point[1])
            .count();
    double expected = density(estimator, 0, 0) + density(estimator, 1, 1);
    assertThat(expected).isGreaterThan(0.75);
    assertFrequencies(new double[] {expected, 1 - expected}, new long[] {agree, DRAWS - agree});
  }

  @Test
  void putsThePriorsModeAtTheDefault() {
    Axis axis = Axis.of(Parameter.of("x", FloatDistribution.of(0, 10), 9.0));
    ParzenEstimator prior =
        new ParzenEstimator(new double[] {1}, List.of(Kernels.of(axis, Observations.of(), 1)));
    assertThat(density(prior, 0.9)).isGreaterThan(density(prior, 0.5));
  }

  @Test
  void checksItsArguments() {
    List<Kernels> one = List.of(kernels(FloatDistribution.of(0, 1), 0.5));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ParzenEstimator(new double[] {1}, one));
    assertThatIllegalStateException()
        .isThrownBy(() -> new ParzenEstimator(new double[] {0, 0}, one));
  }

  private static double[] widths(double... means) {
    return Arrays.copyOf(Bandwidth.neighbours(Observations.of(means)), means.length);
  }

  @Test
  void widthsFollowTheNeighbours() {
    assertThat(widths()).isEmpty();
    assertThat(widths(0.2)).containsExactly(0.8);
    assertThat(widths(0.9, 0.1, 0.4)).containsExactly(new double[] {0.5, 0.3, 0.5}, within(1e-12));
    assertThat(widths(0.5, 0.5)).containsExactly(0.25, 0.25);
    assertThat(widths(new double[1000])).containsOnly(0.01);
  }

  @Test
  void widthsFollowTheNeighboursAmongThoseChosen() {
    Observations all = Observations.of(0.1, 0.5, 0.2, 0.9);
    Observations some =
        new Observations(
            all.coordinates(), all.ascending(), Observations.Chosen.of(new int[] {0, 2, 3}, 4));
    assertThat(Bandwidth.neighbours(some))
        .containsExactly(new double[] {0.2, 0.7, 0.7, 0}, within(1e-12));
  }
}
