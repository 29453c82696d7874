package org.hone.search.sampler.gp;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hone.search.math.LbfgsB;

/**
 * The most probable hyperparameters given a first part of a history, for every output on every
 * scale. They are found anew each time the history has grown by a tenth, later by a fifth, and only
 * from those trials that there were then: so they follow from the history alone, and what a process
 * remembers of them only saves time.
 *
 * @param key what tells the history
 * @param objectives by objective, then by {@link OutputScale}
 * @param constraints by constraint
 */
record Fit(
    Key key,
    List<Map<OutputScale, Hyperparameters>> objectives,
    List<Hyperparameters> constraints) {
  private static final double GROWTH = 0.1;
  private static final double LATER_GROWTH = 0.2;
  private static final int MOST_TRIALS = 120;
  private static final int EVALUATIONS = 30;
  private static final int FEW_EVALUATIONS = 15;
  private static final double PRECISION = 1e-4;
  private static final double SHORT_OWN = 0.1;
  private static final double SHORTER = 0.5;

  /** What tells a history and its space from others of the same study. */
  record Key(int objectives, List<Integer> numbers, List<String> constraints, Axes axes) {}

  /** From memory, or anew. */
  static Fit of(History history, Axes axes) {
    History part = history.first(checkpoint(history.ended().size()));
    Key key = new Key(part.objectives(), part.numbers(), part.constraints(), axes);
    return history
        .snapshot()
        .memo(Fit.class, kept -> current(kept, key).orElseGet(() -> of(part, axes, key)));
  }

  private static Optional<Fit> current(Optional<Fit> kept, Key key) {
    return kept.filter(fit -> fit.key.equals(key));
  }

  /**
   * The largest of a series within n that begins with {@link InitialDesign#SIZE} and grows by a
   * tenth, and faster once there are more trials than are learnt from.
   */
  static int checkpoint(int n) {
    int m = InitialDesign.SIZE;
    for (int next = m; next <= n; next += growth(next)) {
      m = next;
    }
    return Math.min(m, n);
  }

  private static int growth(int trials) {
    return Math.max(1, (int) ((trials < MOST_TRIALS ? GROWTH : LATER_GROWTH) * trials));
  }

  private static Fit of(History part, Axes axes, Key key) {
    History few = part.thinned(MOST_TRIALS);
    return new Fit(
        key,
        Output.objectives(few).stream().map(output -> scales(axes, output)).toList(),
        Output.constraints(few).stream().map(output -> fit(axes, output, starts(axes))).toList());
  }

  /** Each scale but the first starts from what was found before, of the same function. */
  private static Map<OutputScale, Hyperparameters> scales(Axes axes, Output output) {
    Map<OutputScale, Hyperparameters> found = new EnumMap<>(OutputScale.class);
    List<double[]> starts = starts(axes);
    for (OutputScale scale : OutputScale.values()) {
      Hyperparameters theta = fit(axes, output.on(scale), starts);
      found.put(scale, theta);
      starts = List.of(theta.logs());
    }
    return found;
  }

  /** The prior's centre, and a rougher function: the posterior often has a mode near each. */
  private static List<double[]> starts(Axes axes) {
    double[] rough = new Prior(axes).centre();
    for (int d = 0; d < axes.count(); d++) {
      rough[Hyperparameters.ownLength(d)] = Math.log(SHORT_OWN);
      rough[Hyperparameters.jointLength(d)] += Math.log(SHORTER);
    }
    return List.of(new Prior(axes).centre(), rough);
  }

  /** A few steps from each start if there are several, then many from where that led best. */
  private static Hyperparameters fit(Axes axes, Output output, List<double[]> starts) {
    Prior prior = new Prior(axes);
    LogPosterior posterior = new LogPosterior(axes, prior, output.points(), output.values());
    double[] best =
        starts.size() == 1
            ? starts.get(0)
            : starts.stream()
                .map(start -> descend(posterior, prior, start, FEW_EVALUATIONS))
                .min(Comparator.comparingDouble(LbfgsB.Minimum::value))
                .map(LbfgsB.Minimum::x)
                .orElseThrow();
    return new Hyperparameters(descend(posterior, prior, best, EVALUATIONS).x());
  }

  private static LbfgsB.Minimum descend(
      LogPosterior posterior, Prior prior, double[] start, int budget) {
    return LbfgsB.minimize(posterior, start, prior.low(), prior.high(), budget, PRECISION);
  }

  Hyperparameters objective(int index, OutputScale scale) {
    return Objects.requireNonNull(objectives.get(index).get(scale));
  }
}
