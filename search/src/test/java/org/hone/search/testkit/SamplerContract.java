package org.hone.search.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.hone.search.sampler.Sampler;
import org.hone.search.sampler.Samplers;
import org.hone.search.space.AtMostOne;
import org.hone.search.space.CategoricalDistribution;
import org.hone.search.space.Direction;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.IntDistribution;
import org.hone.search.space.Literal;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.hone.search.trial.StudySnapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every sampler of single-objective studies keeps to. */
public interface SamplerContract {
  int SEEDS = 50;

  Sampler sampler();

  /** All kinds of parameters, conditions two deep, and constraints within and between groups. */
  static SearchSpace everything() {
    Parameter rate = Parameter.of("rate", FloatDistribution.log(1e-5, 1), 0.01);
    Parameter layers = Parameter.of("layers", IntDistribution.of(1, 4));
    Parameter units = Parameter.of("units", IntDistribution.log(1, 512), 64);
    Parameter share = Parameter.of("share", FloatDistribution.stepped(0, 1, 0.1));
    Parameter only = Parameter.of("only", IntDistribution.of(3, 3));
    Parameter kind = Parameter.of("kind", CategoricalDistribution.of("a", "b", "c"));
    Parameter depth =
        Parameter.of("depth", IntDistribution.stepped(2, 10, 4)).when(Literal.of(kind, "b"));
    Parameter swap = Parameter.of("swap", CategoricalDistribution.flag());
    Parameter mix = Parameter.of("mix", CategoricalDistribution.flag());
    Parameter cut = Parameter.of("cut", CategoricalDistribution.flag()).when(Literal.of(kind, "a"));
    Parameter size = Parameter.of("size", FloatDistribution.of(-1, 1)).when(Literal.of(cut, true));
    AtMostOne exclusive =
        new AtMostOne(
            List.of(Literal.of(swap, true), Literal.of(mix, true), Literal.of(cut, true)));
    AtMostOne small = new AtMostOne(List.of(Literal.of(layers, 4), Literal.of(kind, "c")));
    return new SearchSpace(
        List.of(rate, layers, units, share, only, kind, depth, swap, cut, size, mix),
        List.of(exclusive, small));
  }

  static Stream<SearchSpace> spaces() {
    return Stream.of(
        SearchSpace.empty(),
        SearchSpace.of(Parameter.of("x", FloatDistribution.of(2, 2))),
        SearchSpace.of(Parameter.of("x", CategoricalDistribution.of("only"))),
        SearchSpace.of(
            Parameter.of("x", FloatDistribution.of(-5, 5)),
            Parameter.of("y", FloatDistribution.log(1e-8, 1e8))),
        everything());
  }

  private static double objective(ParameterValues point) {
    return point.assignments().values().stream()
        .mapToDouble(a -> a.distribution().toUnit(a.value()))
        .sum();
  }

  private ParameterValues sample(StudySnapshot snapshot, SearchSpace space, long seed) {
    return sampler().sample(snapshot, space, new SplittableRandom(seed)).point();
  }

  private static StudySnapshot history(SearchSpace space, int trials, long seed) {
    return Histories.of(
        Direction.MINIMIZE, Histories.complete(space, trials, SamplerContract::objective, seed));
  }

  private static void assertWithin(SearchSpace space, ParameterValues point) {
    assertThat(space.fromExternal(point.external())).isEqualTo(point);
  }

  @Test
  default void isFoundByItsId() {
    assertThat(sampler().id()).matches("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    assertThat(Samplers.named(sampler().id())).hasSameClassAs(sampler());
  }

  @ParameterizedTest
  @MethodSource("spaces")
  default void staysWithinTheSpace(SearchSpace space) {
    for (int trials : new int[] {0, 1, 9, 10, 40}) {
      for (long seed = 0; seed < SEEDS; seed++) {
        assertWithin(space, sample(history(space, trials, seed), space, seed));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("spaces")
  default void bearsAnyHistory(SearchSpace space) {
    for (long seed = 0; seed < SEEDS; seed++) {
      var trials = Histories.mixed(space, 60, seed);
      assertWithin(space, sample(Histories.of(Direction.MAXIMIZE, trials), space, seed));
    }
  }

  @Test
  default void isDeterminedByItsArguments() {
    SearchSpace space = everything();
    StudySnapshot snapshot = history(space, 30, 1);
    ParameterValues first = sample(snapshot, space, 5);
    sample(history(space, 20, 2), space, 6);
    assertThat(sample(snapshot, space, 5)).isEqualTo(first);
  }

  @Test
  default void dependsOnTheSeed() {
    SearchSpace space = everything();
    StudySnapshot snapshot = history(space, 30, 1);
    assertThat(LongStream.range(0, SEEDS).mapToObj(seed -> sample(snapshot, space, seed)))
        .doesNotHaveDuplicates();
  }

  @Test
  default void maximisesAsItMinimises() {
    SearchSpace space = everything();
    for (long seed = 0; seed < SEEDS; seed++) {
      StudySnapshot snapshot = Histories.of(Direction.MINIMIZE, Histories.mixed(space, 60, seed));
      assertThat(sample(Histories.mirrored(snapshot), space, seed))
          .isEqualTo(sample(snapshot, space, seed));
    }
  }

  @Test
  default void servesThreadsAtOnce() throws InterruptedException, ExecutionException {
    SearchSpace space = everything();
    StudySnapshot snapshot = history(space, 40, 3);
    LongFunction<ParameterValues> draw = seed -> sample(snapshot, space, seed);
    List<ParameterValues> alone = LongStream.range(0, SEEDS).mapToObj(draw).toList();
    ExecutorService executor = Executors.newFixedThreadPool(4);
    try {
      List<Future<ParameterValues>> together =
          LongStream.range(0, SEEDS)
              .mapToObj(seed -> executor.submit(() -> draw.apply(seed)))
              .toList();
      for (int i = 0; i < SEEDS; i++) {
        assertThat(together.get(i).get()).isEqualTo(alone.get(i));
      }
    } finally {
      executor.shutdownNow();
    }
  }
}
