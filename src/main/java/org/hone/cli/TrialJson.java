package org.hone.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;

/** How trials are written for programs. */
final class TrialJson {
  private TrialJson() {}

  /** A study with these of its trials. */
  static Map<String, Object> study(StudySnapshot study, List<TrialRecord> trials) {
    Map<String, Object> json = header(study);
    json.put("trials", trials.stream().map(TrialJson::trial).toList());
    return json;
  }

  /** The study's name and directions. */
  static Map<String, Object> header(StudySnapshot study) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("study", study.definition().name());
    json.put("directions", study.definition().directions().stream().map(StudyText::word).toList());
    return json;
  }

  /** A trial with everything that is known of it. */
  static Map<String, Object> trial(TrialRecord trial) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("trial", trial.number());
    json.put("state", trial.state());
    json.put("values", trial.values());
    json.put("params", trial.parameters().external());
    putUnlessEmpty(json, "constraints", trial.constraints());
    putUnlessEmpty(json, "reports", trial.reports());
    trial.reason().ifPresent(reason -> json.put("reason", reason));
    trial.started().ifPresent(time -> json.put("start", time.toString()));
    trial.completed().ifPresent(time -> json.put("complete", time.toString()));
    trial.duration().ifPresent(time -> json.put("seconds", time.toMillis() / 1e3));
    putUnlessEmpty(json, "userAttributes", trial.userAttributes());
    putUnlessEmpty(json, "notes", notes(trial));
    return json;
  }

  /** What samplers noted, such as why Auto chose which: the system attributes of their own. */
  private static Map<String, Object> notes(TrialRecord trial) {
    Map<String, Object> notes = new LinkedHashMap<>();
    trial
        .systemAttributes()
        .forEach(
            (key, value) -> {
              if (key.matches("hone:[^:]+:.*") && !key.startsWith(TrialRecord.REPORT)) {
                notes.put(key.substring("hone:".length()), value);
              }
            });
    return notes;
  }

  private static void putUnlessEmpty(Map<String, Object> json, String key, Map<?, ?> map) {
    if (!map.isEmpty()) {
      json.put(key, map);
    }
  }
}
