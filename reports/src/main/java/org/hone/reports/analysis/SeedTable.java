package org.hone.reports.analysis;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hone.search.trial.TrialRecord;

/** The runs of a confirmation, side by side: one row per seed, in the order of the seeds. */
final class SeedTable {
  /** Numbers by size, before all else by name. */
  private static final Comparator<String> BY_SEED =
      Comparator.comparingDouble(SeedTable::number).thenComparing(Comparator.naturalOrder());

  private SeedTable() {}

  static List<Comparison.SeedRuns> of(List<TrialRecord> trials) {
    List<TrialRecord> runs = trials.stream().filter(SeedTable::isRun).toList();
    Set<String> seeds = new LinkedHashSet<>();
    runs.forEach(run -> seeds.add(seed(run)));
    return seeds.stream().sorted(BY_SEED).map(seed -> row(seed, runs)).toList();
  }

  private static boolean isRun(TrialRecord trial) {
    return trial.parameters().contains(Evidence.RECIPE)
        && trial.parameters().contains(Evidence.SEED);
  }

  private static String seed(TrialRecord run) {
    return trim(run.parameters().category(Evidence.SEED));
  }

  private static String trim(String seed) {
    return seed.endsWith(".0") ? seed.substring(0, seed.length() - 2) : seed;
  }

  private static double number(String seed) {
    return seed.matches("[0-9]{1,15}") ? Double.parseDouble(seed) : Double.POSITIVE_INFINITY;
  }

  private static Comparison.SeedRuns row(String seed, List<TrialRecord> runs) {
    List<TrialRecord> same = runs.stream().filter(run -> seed(run).equals(seed)).toList();
    return new Comparison.SeedRuns(
        seed, counting(same, Evidence.BASELINE), counting(same, Evidence.BEST));
  }

  /** The first scored run, so that nobody picks among repetitions; without any, the last one. */
  private static Optional<TrialRecord> counting(List<TrialRecord> runs, String recipe) {
    List<TrialRecord> tried =
        runs.stream()
            .filter(run -> run.parameters().category(Evidence.RECIPE).equals(recipe))
            .toList();
    return tried.stream()
        .filter(Scores::isScored)
        .findFirst()
        .or(() -> tried.stream().reduce((earlier, later) -> later));
  }
}
