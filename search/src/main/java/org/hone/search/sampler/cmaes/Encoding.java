package org.hone.search.sampler.cmaes;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.hone.search.space.CategoricalDistribution;
import org.hone.search.space.Distribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.SearchSpace;

/**
 * Which of a space's coordinates the normal distribution draws and which the categorical one; those
 * with a single value neither.
 */
final class Encoding {
  final SearchSpace space;

  /** Indices of the numeric parameters. */
  final int[] numeric;

  /** Indices of the categorical parameters. */
  final int[] categorical;

  /** Differs where the parameters differ. */
  final int signature;

  Encoding(SearchSpace space, int[] numeric, int[] categorical, int signature) {
    this.space = space;
    this.numeric = numeric;
    this.categorical = categorical;
    this.signature = signature;
  }

  static Encoding of(SearchSpace space) {
    return new Encoding(space, indices(space, false), indices(space, true), signature(space));
  }

  private static int[] indices(SearchSpace space, boolean categorical) {
    List<Parameter> parameters = space.parameters();
    return IntStream.range(0, parameters.size())
        .filter(
            i -> {
              Distribution distribution = parameters.get(i).distribution();
              return !distribution.isSingle()
                  && distribution instanceof CategoricalDistribution == categorical;
            })
        .toArray();
  }

  private static int signature(SearchSpace space) {
    CRC32 checksum = new CRC32();
    for (Parameter parameter : space.parameters()) {
      String text = parameter.name() + ' ' + parameter.distribution().describe() + '\n';
      checksum.update(text.getBytes(StandardCharsets.UTF_8));
    }
    return (int) checksum.getValue();
  }

  /** The population for so many parameters. */
  int population() {
    return StrategyParameters.populationFor(Math.max(1, numeric.length + categorical.length));
  }

  Distribution number(int j) {
    return space.parameters().get(numeric[j]).distribution();
  }

  /** Whether its values can be counted; those of more than 2^31 lie close enough to each other. */
  boolean isDiscrete(int j) {
    return number(j).cardinality().isPresent();
  }

  /** How many categories a categorical coordinate has. */
  int categories(int n) {
    return (int) space.parameters().get(categorical[n]).distribution().high() + 1;
  }

  /** Coordinates of the space; NaN, which stands for the default, where nothing is drawn. */
  double[] coordinates(double[] position, int[] categories) {
    double[] coordinates = new double[space.size()];
    Arrays.fill(coordinates, Double.NaN);
    for (int j = 0; j < numeric.length; j++) {
      coordinates[numeric[j]] = position[j];
    }
    for (int n = 0; n < categorical.length; n++) {
      coordinates[categorical[n]] = categories[n];
    }
    return coordinates;
  }
}
