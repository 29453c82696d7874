package org.hone.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;

/** What an optimisation came to, for programs. */
final class OptimizeJson {
  private OptimizeJson() {}

  /** The best trial, or the Pareto front, and how many trials there are of each kind. */
  static Map<String, Object> of(StudySnapshot study, boolean interrupted) {
    Map<String, Object> json = TrialJson.header(study);
    Map<String, Long> counts = new LinkedHashMap<>();
    for (TrialRecord trial : study.trials()) {
      counts.merge(TrialText.state(trial), 1L, Long::sum);
    }
    json.put("trials", counts);
    json.put("interrupted", interrupted);
    if (StudyText.hasSeveralObjectives(study)) {
      json.put("front", StudyText.front(study).stream().map(TrialJson::trial).toList());
    } else {
      study.best().ifPresent(best -> json.put("best", TrialJson.trial(best)));
    }
    return json;
  }
}
