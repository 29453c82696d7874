package org.hone.search.importance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.hone.search.space.Distribution;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;

/**
 * Conditional PED-ANOVA: how differently a parameter is distributed among the best trials and among
 * all, by Pearson's divergence. That equals the variance which the parameter alone explains of
 * whether a trial belongs to the best.
 *
 * <p>A parameter that exists in some trials only, or with another range in some, is looked at
 * within each such regime; what the regime itself explains belongs to the parameter it depends on.
 *
 * <pre>{@code
 * D  = the best gamma of the trials (the region), N of them; D' = the best gamma' (the target)
 * regime i = the trials of D that have the parameter with its i-th distribution: N_i, of which N'_i in D'
 * v = sum over i of (N_i / N) (N'_i / N_i)^2 E_{x ~ p_i} [ (p'_i(x) / p_i(x) - 1)^2 ]
 * p_i, p'_i = densities of the parameter in regime i, within D and within D'
 * }</pre>
 *
 * In words: within regime i the chance of reaching the target is {@code (N'_i / N_i) p'_i(x) /
 * p_i(x)}; v is its variance over x, averaged over the regimes by how often they occur. Where the
 * parameter does not exist it explains nothing. An always active parameter has one regime, and v is
 * the original's.
 *
 * <p>With several objectives the best are the first fronts. At least five trials should be in the
 * target.
 *
 * @param targetQuantile gamma': what counts as good, a share of all trials
 * @param regionQuantile gamma: within which trials importance is measured; 1 for all
 * @param evaluateOnLocal whether p_i is how the trials are distributed, so that what the sampler
 *     preferred is not taken for importance; otherwise uniform over the range
 * @see <a href="https://arxiv.org/abs/2304.10255">Watanabe, Bansal and Hutter, PED-ANOVA, IJCAI
 *     2023</a>
 * @see <a href="https://arxiv.org/abs/2601.20800">Baba, Ozaki and Watanabe, Conditional PED-ANOVA,
 *     KDD 2026, theorem 4.2</a>
 */
public record PedAnova(double targetQuantile, double regionQuantile, boolean evaluateOnLocal)
    implements Importance {
  private static final int FEWEST_TRIALS = 4;

  public PedAnova {
    if (!(0 < targetQuantile && targetQuantile < regionQuantile && regionQuantile <= 1)) {
      throw new IllegalArgumentException(
          "quantiles need 0 < target < region <= 1, but target=%s, region=%s"
              .formatted(targetQuantile, regionQuantile));
    }
  }

  /** The same, for reaching another share of the trials. */
  public PedAnova target(double quantile) {
    return new PedAnova(quantile, regionQuantile, evaluateOnLocal);
  }

  /**
   * What matters among the best trials: for reaching the better half of them.
   *
   * @param quantile the share of all trials, such as 0.1
   */
  public PedAnova withinBest(double quantile) {
    return new PedAnova(quantile / 2, quantile, true);
  }

  /** The same, measured against trials spread evenly over the whole space. */
  public PedAnova inWholeSpace() {
    return new PedAnova(targetQuantile, 1, false);
  }

  @Override
  public Map<String, Double> evaluate(StudySnapshot snapshot) {
    return evaluate(snapshot, Observations.of(snapshot));
  }

  @Override
  public Map<String, Double> evaluate(StudySnapshot snapshot, int objective) {
    return evaluate(snapshot, Observations.of(snapshot, objective));
  }

  @Override
  public Map<String, Double> evaluate(
      StudySnapshot snapshot, ToDoubleFunction<TrialRecord> target) {
    return evaluate(snapshot, Observations.of(snapshot, target));
  }

  private Map<String, Double> evaluate(StudySnapshot snapshot, Observations all) {
    all.require((int) Math.ceil(FEWEST_TRIALS / regionQuantile), "PED-ANOVA", snapshot);
    Observations region = all.best(regionQuantile);
    Set<Integer> target =
        all.best(targetQuantile).trials().stream()
            .map(TrialRecord::number)
            .collect(Collectors.toSet());
    Map<String, Double> variances = new LinkedHashMap<>();
    for (String name : all.names()) {
      boolean differs = target.size() < region.size();
      variances.put(name, differs ? variance(name, region.trials(), target) : 0);
    }
    return Shares.of(variances);
  }

  private double variance(String name, List<TrialRecord> region, Set<Integer> target) {
    Map<Distribution, List<TrialRecord>> regimes = new LinkedHashMap<>();
    for (TrialRecord trial : region) {
      if (trial.parameters().contains(name)) {
        Distribution distribution = trial.parameters().distribution(name);
        regimes.computeIfAbsent(distribution, d -> new ArrayList<>()).add(trial);
      }
    }
    double variance = 0;
    for (Map.Entry<Distribution, List<TrialRecord>> regime : regimes.entrySet()) {
      List<TrialRecord> within = regime.getValue();
      List<TrialRecord> good = within.stream().filter(t -> target.contains(t.number())).toList();
      if (!good.isEmpty() && !regime.getKey().isSingle()) {
        double chance = (double) good.size() / within.size();
        variance +=
            within.size() * chance * chance * divergence(name, regime.getKey(), within, good);
      }
    }
    return variance / region.size();
  }

  /** Pearson's: {@code E_{x ~ p} [ (p'(x) / p(x) - 1)^2 ]}. */
  private double divergence(
      String name, Distribution distribution, List<TrialRecord> within, List<TrialRecord> good) {
    double[] top = GridDensity.of(distribution, values(name, good));
    double[] base =
        evaluateOnLocal
            ? GridDensity.of(distribution, values(name, within))
            : GridDensity.uniform(distribution);
    double divergence = 0;
    for (int cell = 0; cell < base.length; cell++) {
      double excess = top[cell] / base[cell] - 1;
      divergence += base[cell] * excess * excess;
    }
    return divergence;
  }

  private static double[] values(String name, List<TrialRecord> trials) {
    return trials.stream().mapToDouble(trial -> trial.parameters().raw(name)).toArray();
  }
}
