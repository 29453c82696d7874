package org.hone.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hone.search.trial.StudySnapshot;

/**
 * What a study began with: its settings and its data. A study goes on only with the same, so that
 * its trials compare.
 *
 * @param settings by key, and the data's hash under {@value #DATA}
 */
record Freeze(Map<String, String> settings) {
  /** User attribute of the study. */
  static final String ATTRIBUTE = "hone:settings";

  static final String DATA = "data (SHA-256)";

  Freeze {
    settings = new TreeMap<>(settings);
  }

  static Freeze of(Map<String, String> settings, String dataHash) {
    Map<String, String> all = new TreeMap<>(settings);
    all.put(DATA, dataHash);
    return new Freeze(all);
  }

  /**
   * A study without the attribute was cut off before its first trial: it began with nothing yet.
   *
   * @throws UserException that names each difference if the stored settings are others
   */
  void requireSame(StudySnapshot stored, String study) {
    Object before = stored.userAttributes().getOrDefault(ATTRIBUTE, settings);
    List<String> differences = differences(before instanceof Map<?, ?> map ? map : Map.of());
    if (!differences.isEmpty()) {
      throw new UserException(
          "study '%s' began otherwise: %s. Start over with --restart, or keep both with --set study.name=NAME"
              .formatted(study, String.join("; ", differences)));
    }
  }

  private List<String> differences(Map<?, ?> before) {
    TreeSet<String> keys = new TreeSet<>(settings.keySet());
    before.keySet().forEach(key -> keys.add(String.valueOf(key)));
    List<String> differences = new ArrayList<>();
    for (String key : keys) {
      String was = before.containsKey(key) ? String.valueOf(before.get(key)) : "not set";
      String is = settings.getOrDefault(key, "not set");
      if (!was.equals(is)) {
        differences.add("%s was %s and is %s".formatted(key, was, is));
      }
    }
    return differences;
  }
}
