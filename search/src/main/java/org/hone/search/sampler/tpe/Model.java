package org.hone.search.sampler.tpe;

import java.util.Arrays;
import java.util.List;
import org.hone.search.math.Kernels;
import org.hone.search.math.Observations;
import org.hone.search.math.ParzenEstimator;

/**
 * A group's densities.
 *
 * @param good l: where the good trials lie
 * @param bad g: where all others lie, and those that nobody should follow
 */
record Model(ParzenEstimator good, ParzenEstimator bad) {
  /** What a model needs at least. */
  static final int FEWEST_TRIALS = 4;

  private static final int FEWEST_GOOD = 2;

  /**
   * Of a group on the trials that have it; the prior alone if they are few.
   *
   * @param good trials of the study, of which those count that have the group; its own best do if
   *     these are hardly any
   */
  static Model of(
      Columns columns, Standings standings, int[] good, int number, TpeSettings settings) {
    int[] known = having(number, standings.bestFirst(), columns);
    int[] own = {};
    int[] others = {};
    if (known.length >= FEWEST_TRIALS) {
      own = having(number, good, columns);
      own = own.length < FEWEST_GOOD ? Split.good(known, FEWEST_GOOD, standings) : own;
      others = others(own, columns, standings, number, settings);
    }
    Group group = columns.plan().groups().get(number);
    return new Model(
        density(own, columns, group, settings), density(others, columns, group, settings));
  }

  private static int[] having(int number, int[] trials, Columns columns) {
    return Arrays.stream(trials).filter(trial -> columns.covers(number, trial)).toArray();
  }

  private static int[] others(
      int[] good, Columns columns, Standings standings, int number, TpeSettings settings) {
    int[] others = new int[columns.trials()];
    int count = 0;
    int next = 0;
    for (int trial = 0; trial < others.length; trial++) {
      if (next < good.length && good[next] == trial) {
        next++;
      } else if (columns.covers(number, trial) && standings.of(trial).isTold(settings)) {
        others[count++] = trial;
      }
    }
    return Arrays.copyOf(others, count);
  }

  private static ParzenEstimator density(
      int[] trials, Columns columns, Group group, TpeSettings settings) {
    Observations.Chosen chosen = Observations.Chosen.of(trials, columns.trials());
    List<Kernels> dimensions =
        group
            .parameters()
            .mapToObj(
                parameter ->
                    Kernels.of(
                        columns.plan().axes().get(parameter),
                        columns.observations(parameter, chosen),
                        settings.priorWeight()))
            .toList();
    double[] weights = Arrays.copyOf(settings.weights().apply(trials.length), trials.length + 1);
    weights[trials.length] = settings.priorWeight();
    return new ParzenEstimator(weights, dimensions);
  }
}
