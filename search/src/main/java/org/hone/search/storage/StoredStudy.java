package org.hone.search.storage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hone.search.space.Distribution;
import org.hone.search.space.ParameterValues;
import org.hone.search.trial.StudyDefinition;
import org.hone.search.trial.StudySnapshot;

/** A study in memory. Guarded by its storage. */
final class StoredStudy {
  final StudyDefinition definition;
  final List<StoredTrial> trials = new ArrayList<>();
  private final Map<String, Object> userAttributes = new LinkedHashMap<>();
  private final Map<String, Object> systemAttributes = new LinkedHashMap<>();
  private final Map<String, Distribution> distributions = new HashMap<>();

  StoredStudy(StudyDefinition definition) {
    this.definition = definition;
  }

  Map<String, Object> attributes(AttributeKind kind) {
    return kind == AttributeKind.USER ? userAttributes : systemAttributes;
  }

  /** Checks first and remembers then, so that a refused call leaves nothing behind. */
  void requireCompatible(ParameterValues parameters) {
    parameters
        .assignments()
        .forEach(
            (name, assignment) -> {
              Distribution known = distributions.get(name);
              if (known != null) {
                known.requireCompatible(name, assignment.distribution());
              }
            });
    parameters
        .assignments()
        .forEach((name, assignment) -> distributions.put(name, assignment.distribution()));
  }

  StudySnapshot snapshot() {
    return new StudySnapshot(
        definition,
        trials.stream().map(StoredTrial::record).toList(),
        userAttributes,
        systemAttributes);
  }
}
