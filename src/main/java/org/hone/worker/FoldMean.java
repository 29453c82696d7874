package org.hone.worker;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.hone.agent.TrialReport;
import org.hone.api.training.TrainingResult;

/** What the folds of a trial come to, taken together: means, and the most epochs of any. */
final class FoldMean {
  private final List<TrialReport> folds = new ArrayList<>();

  /** One more fold, which completed. */
  void add(TrialReport fold) {
    folds.add(fold);
  }

  /** The mean of each figure that all folds have; there is no model. */
  TrainingResult result() {
    Map<String, Double> figures = new LinkedHashMap<>();
    for (String name : folds.get(0).figures().keySet()) {
      if (folds.stream().allMatch(fold -> fold.figures().containsKey(name))) {
        figures.put(
            name,
            folds.stream()
                .mapToDouble(fold -> fold.figures().getOrDefault(name, 0.0))
                .average()
                .orElseThrow());
      }
    }
    return new TrainingResult(
        TrainingResult.Status.COMPLETED,
        folds.stream().mapToInt(TrialReport::epochs).max().orElseThrow(),
        OptionalDouble.of(
            folds.stream()
                .mapToDouble(fold -> fold.score().orElse(Double.NaN))
                .average()
                .orElseThrow()),
        figures,
        Optional.empty(),
        folds.get(0).reason());
  }
}
