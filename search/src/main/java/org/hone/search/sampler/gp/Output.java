package org.hone.search.sampler.gp;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One number that trials have: an objective or a constraint.
 *
 * @param points of the trials that have it
 * @param values as many
 */
@SuppressWarnings("ArrayRecordComponent")
record Output(double[][] points, double[] values) {

  /** The losses, one output per objective, as they were told. */
  static List<Output> objectives(History history) {
    double[][] points = history.points();
    return IntStream.range(0, history.objectives())
        .mapToObj(k -> new Output(points, history.losses(k)))
        .toList();
  }

  /**
   * The constraints, where they are known, in units of their root mean square: above 0 is a breach.
   */
  static List<Output> constraints(History history) {
    return history.constraints().stream()
        .map(name -> told(history.points(), history.constraint(name)))
        .toList();
  }

  private static Output told(double[][] points, double[] values) {
    int[] known = IntStream.range(0, values.length).filter(i -> !Double.isNaN(values[i])).toArray();
    double[] told = IntStream.of(known).mapToDouble(i -> bounded(values[i])).toArray();
    double scale = 0;
    for (double value : told) {
      scale = Math.max(scale, Math.abs(value));
    }
    double squares = 0;
    for (double value : told) {
      squares += scale > 0 ? value / scale * (value / scale) : 0;
    }
    double unit = squares > 0 ? scale * Math.sqrt(squares / told.length) : 1;
    return new Output(
        IntStream.of(known).mapToObj(i -> points[i]).toArray(double[][]::new),
        IntStream.range(0, told.length).mapToDouble(i -> told[i] / unit).toArray());
  }

  /** An infinite breach is a large one. */
  private static double bounded(double value) {
    return Math.max(-1e100, Math.min(1e100, value));
  }

  Output on(OutputScale scale) {
    return new Output(points, scale.of(values));
  }
}
