package org.hone.search.sampler.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.hone.search.space.CategoricalDistribution;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.IntDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.SearchSpace;
import org.hone.search.testkit.ManyObjectives;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialDraft;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;
import org.junit.jupiter.api.Test;

class VariationTest {
  private static final double NAN = Double.NaN;
  private static final int DRAWS = 2000;
  private static final SearchSpace SPACE =
      SearchSpace.of(
          Parameter.of("x", FloatDistribution.of(0, 1)),
          Parameter.of("n", IntDistribution.of(0, 9)),
          Parameter.of("c", CategoricalDistribution.of("a", "b", "c", "d")),
          Parameter.of("y", FloatDistribution.of(0, 1)));

  private static double[][] children(Individual mother, Individual father) {
    return IntStream.range(0, DRAWS)
        .mapToObj(seed -> new Variation(SPACE, new SplittableRandom(seed)).child(mother, father))
        .toArray(double[][]::new);
  }

  private static Individual at(double... coordinates) {
    return new Individual(0, coordinates, new double[0], 0);
  }

  private static double share(double[][] children, java.util.function.Predicate<double[]> is) {
    return (double) List.of(children).stream().filter(is).count() / children.length;
  }

  @Test
  void childrenLieAboutTheirParents() {
    double[][] children = children(at(0.2, 0.05, 1, 0.9), at(0.4, 0.95, 2, 0.9));
    assertThat(share(children, c -> c[0] > 0.1 && c[0] < 0.5)).isGreaterThan(0.7);
    assertThat(share(children, c -> c[2] == 1)).isCloseTo(0.44, within(0.1));
    assertThat(share(children, c -> c[2] == 2)).isCloseTo(0.44, within(0.1));
    assertThat(share(children, c -> c[2] == 0)).isBetween(0.02, 0.2);
    assertThat(share(children, c -> c[3] == 0.9)).isBetween(0.5, 0.75);
    for (double[] child : children) {
      assertThat(child).doesNotContain(NAN);
      assertThat(SPACE.fromExternal(SPACE.at(child).external())).isEqualTo(SPACE.at(child));
    }
  }

  @Test
  void aParameterOfOneParentIsInheritedFromThatOne() {
    double[][] children = children(at(0.2, 0.05, 1, NAN), at(0.2, 0.05, 1, 0.7));
    assertThat(share(children, c -> c[3] == 0.7)).isGreaterThan(0.4);
  }

  @Test
  void aParameterThatNeitherParentHasIsDrawn() {
    double[][] children = children(at(0.2, 0.05, NAN, NAN), at(0.2, 0.05, NAN, NAN));
    for (int category = 0; category < 4; category++) {
      int wanted = category;
      assertThat(share(children, c -> c[2] == wanted)).isCloseTo(0.25, within(0.05));
    }
    assertThat(share(children, c -> c[3] < 0.5)).isCloseTo(0.5, within(0.05));
  }

  /** The parents agree, so that only mutation changes the integer. */
  @Test
  void anIntegerThatMutatesTakesAnotherValue() {
    for (double n : new double[] {0.05, 0.55, 0.95}) {
      double[][] children = children(at(0.2, n, 1, 0.5), at(0.2, n, 1, 0.5));
      double moved = share(children, c -> (int) (c[1] * 10) != (int) (n * 10));
      assertThat(moved).isCloseTo(1.5 / 4, within(0.05));
    }
  }

  @Test
  void theFirstPointsCoverEveryParametersRange() {
    List<TrialRecord> trials = new java.util.ArrayList<>();
    for (int i = 0; i < 20; i++) {
      StudySnapshot snapshot = ManyObjectives.of(ManyObjectives.minimized(2), trials);
      trials.add(
          new TrialDraft(i + 1, i, TrialState.RUNNING)
              .parameters(InitialDesign.next(snapshot, SPACE, new SplittableRandom(i)))
              .record());
    }
    double[][] points =
        trials.stream().map(t -> SPACE.coordinates(t.parameters())).toArray(double[][]::new);
    for (int fifth = 0; fifth < 5; fifth++) {
      double low = fifth / 5.0;
      assertThat(share(points, p -> p[0] >= low && p[0] < low + 0.2)).isBetween(0.1, 0.3);
      assertThat(share(points, p -> p[3] >= low && p[3] < low + 0.2)).isBetween(0.1, 0.3);
    }
    for (int category = 0; category < 4; category++) {
      int wanted = category;
      assertThat(share(points, p -> p[2] == wanted)).isBetween(0.2, 0.3);
    }
    assertThat(List.of(points).stream().mapToDouble(p -> p[1]).distinct()).hasSize(10);
  }
}
