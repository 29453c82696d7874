package org.hone.search.sampler.gp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;

/**
 * What a study's trials tell of a space: those that came to an end, in the order of their numbers,
 * and where others are running. Trials that lack a parameter of the space, and interrupted ones,
 * tell nothing.
 *
 * @param ended complete, pruned and diverged ones
 * @param running points of trials whose values are not known yet
 * @param tried all points, to be avoided
 * @param constraints the names of all constraints that were told
 */
record History(
    StudySnapshot snapshot,
    SearchSpace space,
    List<TrialRecord> ended,
    List<double[]> running,
    Set<ParameterValues> tried,
    List<String> constraints) {

  static History of(StudySnapshot snapshot, SearchSpace space) {
    List<TrialRecord> ended = new ArrayList<>();
    List<double[]> running = new ArrayList<>();
    Set<ParameterValues> tried = new HashSet<>();
    Set<String> constraints = new TreeSet<>();
    for (TrialRecord trial : snapshot.trials()) {
      if (!trial.isInterrupted() && covers(space, trial.parameters())) {
        tried.add(trial.parameters());
        if (trial.state() == TrialState.RUNNING) {
          running.add(space.coordinates(trial.parameters()));
        } else if (trial.state() != TrialState.WAITING) {
          ended.add(trial);
          constraints.addAll(trial.constraints().keySet());
        }
      }
    }
    return new History(snapshot, space, ended, running, tried, List.copyOf(constraints));
  }

  /** Whether the point has a value of the space for every parameter that is active there. */
  private static boolean covers(SearchSpace space, ParameterValues point) {
    double[] x = space.coordinates(point);
    for (int d = 0; d < x.length; d++) {
      Parameter parameter = space.parameters().get(d);
      if (Double.isNaN(x[d]) == space.isActive(parameter, point)) {
        return false;
      }
    }
    return true;
  }

  int objectives() {
    return snapshot.definition().directions().size();
  }

  /** The first trials that ended. */
  History first(int count) {
    return new History(snapshot, space, ended.subList(0, count), running, tried, constraints);
  }

  double[][] points() {
    return ended.stream()
        .map(trial -> space.coordinates(trial.parameters()))
        .toArray(double[][]::new);
  }

  /**
   * One objective's losses. NaN where a trial diverged, or was pruned before it reported a number;
   * other pruned trials count as {@link PrunedLosses} has it.
   */
  double[] losses(int objective) {
    PrunedLosses pruned = PrunedLosses.of(snapshot, ended, objective);
    return ended.stream()
        .mapToDouble(
            trial ->
                switch (trial.state()) {
                  case COMPLETE -> snapshot.losses(trial)[objective];
                  case PRUNED -> pruned.of(trial);
                  default -> Double.NaN;
                })
        .toArray();
  }

  /** One constraint's values; NaN where it was not told. */
  double[] constraint(String name) {
    return ended.stream()
        .mapToDouble(trial -> trial.constraints().getOrDefault(name, Double.NaN))
        .toArray();
  }

  /** Whether each trial is complete and respects its constraints. */
  boolean[] feasible() {
    boolean[] feasible = new boolean[ended.size()];
    for (int i = 0; i < feasible.length; i++) {
      feasible[i] = ended.get(i).state() == TrialState.COMPLETE && ended.get(i).isFeasible();
    }
    return feasible;
  }

  /** What tells these trials from others; values of ended trials never change. */
  List<Integer> numbers() {
    return ended.stream().map(TrialRecord::number).toList();
  }

  /**
   * This history with no more than {@code most} trials: half of them the newest, half the best of
   * the others, so that the cost of a suggestion is bounded.
   */
  History thinned(int most) {
    int n = ended.size();
    if (n <= most) {
      return this;
    }
    double[] score = score();
    int old = n - most / 2;
    Integer[] order = new Integer[old];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (i, j) -> Double.compare(score[i], score[j]));
    Set<Integer> kept = new TreeSet<>(Arrays.asList(order).subList(0, most - most / 2));
    for (int i = old; i < n; i++) {
      kept.add(i);
    }
    List<TrialRecord> few = kept.stream().map(ended::get).toList();
    return new History(snapshot, space, few, running, tried, constraints);
  }

  /** The sum of the ranks over the objectives: NaN ranks last. */
  private double[] score() {
    double[] score = new double[ended.size()];
    for (int k = 0; k < objectives(); k++) {
      double[] losses = losses(k);
      double[] sorted = losses.clone();
      Arrays.sort(sorted);
      for (int i = 0; i < score.length; i++) {
        score[i] += Arrays.binarySearch(sorted, losses[i]);
      }
    }
    return score;
  }
}
