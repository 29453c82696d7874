package org.hone.search.terminator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hone.search.math.LogImprovement;
import org.hone.search.sampler.gp.Surrogate;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;

/**
 * Stops when the last trial has changed next to nothing in what regret is to be expected: when a
 * bound on the gap of the expected minimum simple regrets before and after it has fallen to a small
 * share of what it was at first.
 *
 * <pre>{@code
 * |gap| <= d + v (phi(g) + g Phi(g)) + kappa sqrt(KL / 2)
 * x, x'  = the trials with the least expected loss after and before the last one
 * d      = mu_t(x) - mu_t-1(x');   v^2 = var_t(x) - 2 cov_t(x, x') + var_t(x');   g = -d / v
 * kappa  = the regret bound of t-1;   KL = the divergence of the process of t from that of t-1
 * }</pre>
 *
 * <p>For one objective (of several, the first is watched). In a study without a declared space it
 * sees the parameters that all trials have.
 *
 * @param ratio the share of the median of the first gaps, within (0, 1); Optuna's is 0.01
 * @param initial how many gaps make that median, after the first ten trials; Optuna's is 20
 * @see <a href="https://proceedings.mlr.press/v206/ishibashi23a.html">Ishibashi et al., A stopping
 *     criterion for Bayesian optimization by the gap of expected minimum simple regrets, AISTATS
 *     2023, theorem 1 and algorithm 1</a>
 */
public record RegretGap(double ratio, int initial) implements Terminator {
  private static final int FIRST = 10;
  private static final double DELTA = 0.1;
  private static final double LEAST_VARIANCE = 1e-10;

  public RegretGap {
    if (!(ratio > 0 && ratio < 1)) {
      throw new IllegalArgumentException("a ratio needs 0 < ratio < 1, but ratio=" + ratio);
    }
    if (initial < 1) {
      throw new IllegalArgumentException("at least 1 gap is needed, but initial=" + initial);
    }
  }

  /** With Optuna's settings. */
  public static RegretGap standard() {
    return new RegretGap(0.01, 20);
  }

  @Override
  public boolean shouldStop(StudySnapshot snapshot) {
    List<TrialRecord> ended =
        snapshot.trials().stream()
            .filter(trial -> trial.state().isFinished() && !trial.isInterrupted())
            .toList();
    if (ended.size() <= FIRST + initial) {
      return false;
    }
    double[] first = first(snapshot, ended);
    return gap(snapshot).orElse(Double.POSITIVE_INFINITY) <= ratio * first[first.length / 2];
  }

  /** The first gaps in order of size, as they were when only those trials had ended. */
  private double[] first(StudySnapshot snapshot, List<TrialRecord> ended) {
    FirstGaps gaps =
        snapshot.memo(
            RegretGap.class,
            known -> known.orElseGet(FirstGaps::none).including(snapshot, ended, FIRST + initial));
    return IntStream.rangeClosed(FIRST + 1, FIRST + initial)
        .mapToDouble(count -> gaps.of(ended.subList(0, count)))
        .sorted()
        .toArray();
  }

  /** The gaps after some trials, by these trials' numbers. */
  private record FirstGaps(Map<List<Integer>, Double> known) {

    static FirstGaps none() {
      return new FirstGaps(Map.of());
    }

    FirstGaps including(StudySnapshot snapshot, List<TrialRecord> ended, int most) {
      Map<List<Integer>, Double> more = new LinkedHashMap<>(known);
      for (int count = FIRST + 1; count <= most; count++) {
        List<TrialRecord> part = ended.subList(0, count);
        more.computeIfAbsent(
            numbers(part),
            key ->
                gap(StudySnapshot.of(snapshot.definition(), part))
                    .orElse(Double.POSITIVE_INFINITY));
      }
      return new FirstGaps(more);
    }

    double of(List<TrialRecord> trials) {
      return known.getOrDefault(numbers(trials), Double.POSITIVE_INFINITY);
    }

    private static List<Integer> numbers(List<TrialRecord> trials) {
      return trials.stream().map(TrialRecord::number).toList();
    }
  }

  private static Optional<Double> gap(StudySnapshot snapshot) {
    return Surrogate.of(snapshot, CommonSpace.of(snapshot)).map(RegretGap::gap);
  }

  /** In standardised losses. */
  static double gap(Surrogate after) {
    Surrogate before = after.beforeLast();
    double[] x = after.best();
    double[] earlier = before.best();
    double d = after.mean(x) - before.mean(earlier);
    double variance =
        after.covariance(x, x)
            - 2 * after.covariance(x, earlier)
            + after.covariance(earlier, earlier);
    double v = Math.sqrt(Math.max(LEAST_VARIANCE, variance));
    double improvement = v * Math.exp(LogImprovement.at(-d / v));
    return d + improvement + before.regretBound(DELTA) * Math.sqrt(divergence(before, after) / 2);
  }

  /**
   * Of the process after the last trial from the one before; equation 4 of the paper.
   *
   * <pre>{@code KL = 1/2 log(1 + s/n) - 1/2 s/(s+n) + 1/2 s (y - mu)^2/(s+n)^2 }</pre>
   *
   * with s and mu the variance and mean before at the last trial's point, n the noise's variance.
   */
  private static double divergence(Surrogate before, Surrogate after) {
    double[] last = after.last();
    double s = Math.max(0, before.covariance(last, last));
    double n = Math.max(LEAST_VARIANCE, after.noise());
    double surprise = after.lastLoss() - before.mean(last);
    return Math.max(
        0, 0.5 * (Math.log1p(s / n) - s / (s + n) + s * surprise * surprise / ((s + n) * (s + n))));
  }
}
