package org.hone.search.sampler.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SelectionTest {

  private static Individual at(int number, double... losses) {
    return new Individual(number, new double[0], losses, 0);
  }

  private static List<Integer> numbers(List<Individual> individuals) {
    return individuals.stream().map(Individual::number).sorted().toList();
  }

  /** A line of points, one of them dominated, of which two are close together. */
  private static List<Individual> line() {
    return List.of(
        at(0, 0, 10), at(1, 4, 6), at(2, 4.1, 5.9), at(3, 7, 3), at(4, 10, 0), at(5, 9, 9));
  }

  @Test
  void crowdingDropsWhoeverHasTheNearestNeighbours() {
    assertThat(numbers(new Crowding().select(line(), 4))).containsExactly(0, 1, 3, 4);
    assertThat(numbers(new Crowding().select(line(), 2))).containsExactly(0, 4);
    assertThat(numbers(new Crowding().select(line(), 9))).containsExactly(0, 1, 2, 3, 4, 5);
  }

  @Test
  void crowdingPutsBetterFrontsFirst() {
    List<Individual> selected = new Crowding().select(line(), 6);
    assertThat(selected.get(5).number()).isEqualTo(5);
    assertThat(selected.subList(0, 2)).extracting(Individual::number).containsOnly(0, 4);
  }

  @Test
  void infeasibleOnesComeLast() {
    List<Individual> candidates = new ArrayList<>(line());
    candidates.add(new Individual(6, new double[0], new double[] {-9, -9}, 0.5));
    candidates.add(new Individual(7, new double[0], new double[] {-9, -9}, 0.1));
    for (EnvironmentalSelection selection : List.of(new Crowding(), new Niching())) {
      assertThat(numbers(selection.select(candidates, 6))).containsExactly(0, 1, 2, 3, 4, 5);
      assertThat(numbers(selection.select(candidates, 7))).contains(7).doesNotContain(6);
    }
  }

  /** Of many points of a sphere, those kept are spread as evenly as the reference lines. */
  @Test
  void nichingKeepsOneNearEachReferenceLine() {
    SplittableRandom random = new SplittableRandom(1);
    List<Individual> sphere =
        IntStream.range(0, 500)
            .mapToObj(
                i -> {
                  double[] p = random.doubles(3).map(u -> u * u).toArray();
                  double length = Math.sqrt(p[0] * p[0] + p[1] * p[1] + p[2] * p[2]);
                  return at(i, p[0] / length, 100 * p[1] / length, p[2] / length - 5);
                })
            .toList();
    List<Individual> kept = new Niching().select(sphere, 15);
    for (double[] line : ReferencePoints.atMost(15, 3)) {
      double length = Math.sqrt(Arrays.stream(line).map(x -> x * x).sum());
      assertThat(kept)
          .as(Arrays.toString(line))
          .anyMatch(
              i -> {
                double[] f = i.losses();
                double cosine =
                    (f[0] * line[0] + f[1] / 100 * line[1] + (f[2] + 5) * line[2]) / length;
                return cosine > 0.97;
              });
    }
  }

  @Test
  void bothBearEqualIndividualsAndOneObjective() {
    List<Individual> equal = IntStream.range(0, 9).mapToObj(i -> at(i, 2, 2, 2)).toList();
    List<Individual> single = IntStream.range(0, 9).mapToObj(i -> at(i, 8 - i)).toList();
    for (EnvironmentalSelection selection : List.of(new Crowding(), new Niching())) {
      assertThat(selection.select(equal, 4)).hasSize(4).doesNotHaveDuplicates();
      assertThat(numbers(selection.select(single, 3))).containsExactly(6, 7, 8);
    }
  }

  @Test
  void referencePointsAreAllThatFit() {
    assertThat(ReferencePoints.atMost(15, 3)).hasSize(15);
    assertThat(ReferencePoints.atMost(20, 3)).hasSize(15);
    assertThat(ReferencePoints.atMost(21, 3)).hasSize(21);
    assertThat(ReferencePoints.atMost(8, 2)).hasSize(8);
    assertThat(ReferencePoints.atMost(2, 5)).as("at least the axes").hasSize(5);
    assertThat(ReferencePoints.atMost(8, 1)).hasSize(1);
    assertThat(ReferencePoints.atMost(21, 3))
        .allMatch(point -> Math.abs(Arrays.stream(point).sum() - 1) < 1e-12);
  }

  @Test
  void theHyperplaneGoesThroughTheExtremePoints() {
    List<Individual> front = List.of(at(0, 2, 30), at(1, 4, 10), at(2, 2.2, 12));
    Hyperplane plane = Hyperplane.of(front);
    assertThat(plane.normalized(front.get(0))).containsExactly(new double[] {0, 1}, within(1e-9));
    assertThat(plane.normalized(front.get(1))).containsExactly(new double[] {1, 0}, within(1e-9));
    assertThat(plane.normalized(front.get(2)))
        .containsExactly(new double[] {0.1, 0.1}, within(1e-9));
  }

  @Test
  void whereThereIsNoHyperplaneTheRangeServes() {
    List<Individual> flat = List.of(at(0, 1, 5), at(1, 3, 5));
    assertThat(Hyperplane.of(flat).normalized(flat.get(1))).containsExactly(1, 0);
  }

  @Test
  void everySubproblemHasItsBestIndividual() {
    Decomposition problems = new Decomposition(line(), 3);
    assertThat(problems.size()).isEqualTo(3);
    assertThat(List.of(problems.incumbent(0), problems.incumbent(2)))
        .extracting(Individual::number)
        .containsExactlyInAnyOrder(0, 4);
    assertThat(problems.incumbent(1).number()).isIn(1, 2);
    assertThat(problems.neighbourhood(0, 2)).containsExactly(0, 1);
    assertThat(problems.neighbourhood(2, 9)).containsExactly(2, 1, 0);
  }
}
