package org.hone.search.sampler.evolution;

import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.hone.search.math.Uniform;
import org.hone.search.sampler.Suggestion;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;

/** Two parents, the same one twice if there is no other. */
record Couple(Individual mother, Individual father) {
  private static final int MOST_ATTEMPTS = 10;

  /** Two who differ, if the choice has two. */
  static Couple of(Supplier<Individual> choice) {
    return of(choice.get(), choice);
  }

  static Couple of(Individual mother, Supplier<Individual> choice) {
    Individual father = choice.get();
    for (int i = 0; i < MOST_ATTEMPTS && father == mother; i++) {
      father = choice.get();
    }
    return new Couple(mother, father);
  }

  /**
   * A child with its parents noted. It is unlike both; if it has continuous numbers, at least one
   * of them is new, so that no two children of the same parents are the same.
   *
   * @param sampler the id under which to note
   */
  Suggestion child(String sampler, SearchSpace space, RandomGenerator random) {
    Variation variation = new Variation(space, random);
    ParameterValues point = space.at(variation.child(mother, father));
    for (int i = 0; i < MOST_ATTEMPTS && !isNew(point, space); i++) {
      point = space.at(variation.child(mother, father));
    }
    return Suggestion.of(isNew(point, space) ? point : Uniform.point(space, random))
        .noting("hone:" + sampler + ":parents", List.of(mother.number(), father.number()));
  }

  private boolean isNew(ParameterValues point, SearchSpace space) {
    double[] coordinates = space.coordinates(point);
    if (mother.isAt(coordinates) || father.isAt(coordinates)) {
      return false;
    }
    int[] continuous =
        IntStream.range(0, coordinates.length)
            .filter(d -> !Double.isNaN(coordinates[d]))
            .filter(d -> space.parameters().get(d).distribution().cardinality().isEmpty())
            .toArray();
    return continuous.length == 0
        || IntStream.of(continuous)
            .anyMatch(
                d ->
                    coordinates[d] != mother.coordinate(d)
                        && coordinates[d] != father.coordinate(d));
  }
}
