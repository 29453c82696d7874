package org.hone.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.hone.agent.TuningSummary;
import org.hone.reports.analysis.Comparison;
import org.hone.reports.analysis.Evidence;
import org.hone.search.trial.TrialRecord;

/** The summary of a tuning for programs; everything else is in report.json. */
final class SummaryJson {
  private SummaryJson() {}

  static String of(TuningSummary summary) {
    Evidence evidence = summary.evidence();
    Comparison comparison = Comparison.of(evidence);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("study", evidence.search().snapshot().definition().name());
    json.put("metric", evidence.context().metric().name());
    json.put("direction", evidence.direction());
    json.put("trials", evidence.search().snapshot().trials().size());
    json.put("interrupted", summary.interrupted());
    summary.timedOut().ifPresent(why -> json.put("timedOut", why));
    evidence.baseline().ifPresent(trial -> json.put("baseline", trial(trial)));
    evidence.best().ifPresent(trial -> json.put("best", trial(trial)));
    if (evidence.objectives().size() > 1) {
      json.put("objectives", evidence.objectives());
      json.put("front", evidence.front().stream().map(TrialJson::trial).toList());
    }
    json.put("baselineTestScores", comparison.baseline().values());
    json.put("bestTestScores", comparison.best().values());
    json.put("verdict", summary.recommendation().verdict());
    json.put("why", summary.recommendation().sentence());
    json.put("folder", summary.folder().toString());
    return JsonText.of(json);
  }

  private static Map<String, Object> trial(TrialRecord trial) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("trial", trial.number());
    OptionalDouble value = trial.value();
    if (value.isPresent()) {
      json.put("validationScore", value.getAsDouble());
    }
    json.put("parameters", trial.parameters().external());
    return json;
  }
}
