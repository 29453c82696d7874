package org.hone.search.pruner;

import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.DoubleStream;
import org.hone.search.space.Direction;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;

/**
 * Ends a trial that is significantly worse than the best one, where a trial's value is the mean of
 * reports on many problem instances (folds, seeds, images): Wilcoxon's signed-rank test of the
 * reports at the steps both have. The step is the instance; the order does not matter and is best
 * shuffled. For one objective.
 *
 * <p>The test is repeated with each report, so that the chance of ending a trial that is as good is
 * about twice the threshold. A trial whose mean so far is no worse than the best trial's value goes
 * on whatever the test says; so do trials with NaN or infinite reports, and all while the best
 * trial has such.
 *
 * @param pThreshold p-value below which a trial ends, from 0 to 1
 * @param startupSteps nothing is ended before so many steps can be compared
 * @see <a href="https://doi.org/10.2307/3001968">Wilcoxon, Individual comparisons by ranking
 *     methods, Biometrics Bulletin 1945</a>
 */
public record WilcoxonPruner(double pThreshold, int startupSteps) implements Pruner {

  public WilcoxonPruner {
    if (!(pThreshold >= 0 && pThreshold <= 1)) {
      throw new IllegalArgumentException(
          "a p-value lies between 0 and 1, but the threshold is " + pThreshold);
    }
    if (startupSteps < 0) {
      throw new IllegalArgumentException(
          "startup steps cannot be negative, but are " + startupSteps);
    }
  }

  /** Below 0.1, from two steps on: Optuna's defaults. */
  public WilcoxonPruner() {
    this(0.1, 2);
  }

  @Override
  public String id() {
    return "wilcoxon";
  }

  @Override
  public boolean shouldPrune(StudySnapshot snapshot, TrialRecord trial) {
    Direction direction = Objectives.only(snapshot, this);
    Optional<TrialRecord> best = snapshot.best().filter(t -> t.number() != trial.number());
    if (best.isEmpty() || !isFinite(trial) || !isFinite(best.get())) {
      return false;
    }
    SortedMap<Integer, Double> standard = best.get().intermediate();
    double[] differences =
        trial.intermediate().entrySet().stream()
            .filter(report -> standard.containsKey(report.getKey()))
            .mapToDouble(
                report ->
                    direction.toLoss(report.getValue())
                        - direction.toLoss(
                            standard.getOrDefault(report.getKey(), report.getValue())))
            .toArray();
    return differences.length >= Math.max(1, startupSteps)
        && SignedRankTest.pValue(differences) < pThreshold
        && isWorse(trial, best.get(), direction);
  }

  private static boolean isFinite(TrialRecord trial) {
    return reports(trial).allMatch(Double::isFinite);
  }

  private static boolean isWorse(TrialRecord trial, TrialRecord best, Direction direction) {
    double mean = reports(trial).map(direction::toLoss).average().orElseThrow();
    return mean > direction.toLoss(best.value().orElseThrow());
  }

  private static DoubleStream reports(TrialRecord trial) {
    return trial.intermediate().values().stream().mapToDouble(value -> value);
  }
}
