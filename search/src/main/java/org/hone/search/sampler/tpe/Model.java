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
  private static final int FEWEST_TRIALS = 4;

  /** On the trials that have the group number {@code number}; the prior alone if they are few. */
  static Model of(Columns columns, Standings standings, int number, TpeSettings settings) {
    int n = columns.trials();
    int[] finished = new int[n];
    int count = 0;
    for (int trial : standings.bestFirst()) {
      if (columns.covers(number, trial)) {
        finished[count++] = trial;
      }
    }
    boolean enough = count >= FEWEST_TRIALS;
    int[] good =
        Arrays.copyOf(finished, enough ? Math.min(count, settings.gamma().applyAsInt(count)) : 0);
    Arrays.sort(good);
    int[] bad = enough ? others(good, columns, standings, number, settings) : new int[0];
    Group group = columns.plan().groups().get(number);
    return new Model(
        density(good, columns, group, settings), density(bad, columns, group, settings));
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
