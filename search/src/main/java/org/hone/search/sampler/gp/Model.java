package org.hone.search.sampler.gp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hone.search.math.NonDominatedSort;

/**
 * Processes of all objectives and constraints, given what ended and believing in what runs. Both
 * the losses' scale and what counts as an improvement change from turn to turn.
 *
 * @param turn how many trials there were before
 * @param points of the trials that ended, then of those that run
 * @param means the objectives' posterior means, by point and objective: what noisy values are
 *     compared by
 * @param feasible whether each trial that ended is complete and respects all constraints
 * @see <a href="https://doi.org/10.1007/978-3-642-10701-6_6">Ginsbourger et al., Kriging is
 *     well-suited to parallelize optimization, 2010: the kriging believer</a>
 * @see <a href="https://doi.org/10.1023/A:1012771025575">Jones, A taxonomy of global optimization
 *     methods based on response surfaces, 2001: asking for different improvements in turn</a>
 */
@SuppressWarnings("ArrayRecordComponent")
record Model(
    int turn,
    List<GaussianProcess> objectives,
    List<GaussianProcess> constraints,
    double[][] points,
    double[][] means,
    boolean[] feasible) {
  private static final int MOST_TRIALS = 400;
  private static final int MOST_PROMISING = 5;

  /** In units of the losses' standard deviation; less may be not worth a trial. */
  private static final double WORTHWHILE = 0.05;

  static Model of(History all) {
    Axes axes = Axes.of(all.space());
    Fit fit = Fit.of(all, axes);
    History history = all.thinned(MOST_TRIALS);
    int turn = all.ended().size() + all.running().size();
    OutputScale scale = scale(turn);
    double[][] points =
        Stream.concat(Arrays.stream(history.points()), all.running().stream())
            .toArray(double[][]::new);
    List<GaussianProcess> objectives = new ArrayList<>();
    double[][] means = new double[points.length][all.objectives()];
    List<Output> outputs = Output.objectives(history);
    for (int k = 0; k < outputs.size(); k++) {
      Output output = outputs.get(k).on(scale);
      GaussianProcess process = process(axes, fit.objective(k, scale), output, all.running());
      for (int i = 0; i < points.length; i++) {
        means[i][k] = process.at(points[i]).mu;
      }
      objectives.add(process);
    }
    List<GaussianProcess> constraints = new ArrayList<>();
    List<Output> breaches = Output.constraints(history);
    for (int k = 0; k < breaches.size(); k++) {
      constraints.add(process(axes, fit.constraints().get(k), breaches.get(k), all.running()));
    }
    return new Model(turn, objectives, constraints, points, means, history.feasible());
  }

  private static OutputScale scale(int turn) {
    OutputScale[] scales = OutputScale.values();
    return scales[turn % scales.length];
  }

  /**
   * For as many turns as there are scales any improvement counts, which refines the best point; for
   * as many only one that is worth a trial, which leads away from where no more is to be had.
   */
  private double leastImprovement() {
    return turn / OutputScale.values().length % 2 == 0 ? 0 : WORTHWHILE;
  }

  private static GaussianProcess process(
      Axes axes, Hyperparameters theta, Output output, List<double[]> running) {
    GaussianProcess process = new GaussianProcess(axes, theta, output.points(), output.values());
    if (running.isEmpty()) {
      return process;
    }
    double[][] points =
        Stream.concat(Arrays.stream(output.points()), running.stream()).toArray(double[][]::new);
    double[] values = Arrays.copyOf(output.values(), points.length);
    for (int i = output.values().length; i < values.length; i++) {
      values[i] = process.at(points[i]).mu;
    }
    return new GaussianProcess(axes, theta, points, values);
  }

  /** What the next trial's point is to maximise. */
  Acquisition acquisition() {
    List<Acquisition> parts = new ArrayList<>();
    constraints.forEach(process -> parts.add(new LogFeasibility(process)));
    double[][] good =
        IntStream.range(0, means.length)
            .filter(i -> i >= feasible.length || feasible[i])
            .mapToObj(i -> means[i])
            .toArray(double[][]::new);
    if (objectives.size() > 1) {
      parts.add(LogHypervolumeImprovement.of(objectives, means, good));
    } else if (good.length > 0) {
      double best = Arrays.stream(good).mapToDouble(mean -> mean[0]).min().orElseThrow();
      parts.add(new LogExpectedImprovement(objectives.get(0), best - leastImprovement()));
    }
    return parts.size() == 1 ? parts.get(0) : new AcquisitionSum(parts);
  }

  /**
   * Points near which to search: those with the best means, feasible ones before others; with
   * several objectives all that no other dominates.
   */
  List<double[]> promising() {
    if (objectives.size() > 1) {
      int[] ranks = NonDominatedSort.ranks(means);
      return IntStream.range(0, points.length)
          .filter(i -> ranks[i] == 0)
          .mapToObj(i -> points[i])
          .toList();
    }
    return IntStream.range(0, means.length)
        .boxed()
        .sorted(
            Comparator.comparing((Integer i) -> i < feasible.length && !feasible[i])
                .thenComparingDouble(i -> Arrays.stream(means[i]).sum()))
        .limit(MOST_PROMISING)
        .map(i -> points[i])
        .toList();
  }
}
