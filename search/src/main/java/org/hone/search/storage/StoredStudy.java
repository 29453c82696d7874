package org.hone.search.storage;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.hone.search.space.Distribution;
import org.hone.search.space.ParameterValues;
import org.hone.search.trial.StudyDefinition;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialLog;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;

/** A study in memory. Guarded by its storage. */
final class StoredStudy {
  final StudyDefinition definition;
  private final TrialLog log = new TrialLog();
  private final SortedSet<Integer> waiting = new TreeSet<>();
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
    if (definition.space().map(space -> parameters.belongsTo(space)).orElse(false)) {
      return;
    }
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

  /** How many trials there are. */
  int size() {
    return log.size();
  }

  /** Shows a new trial, or a trial as it has become. */
  void show(TrialRecord trial) {
    if (trial.number() == log.size()) {
      log.add(trial);
    } else {
      log.set(trial.number(), trial);
    }
    if (trial.state() == TrialState.WAITING) {
      waiting.add(trial.number());
    } else {
      waiting.remove(trial.number());
    }
  }

  /** The waiting trial with the smallest number. */
  Optional<TrialRecord> firstWaiting() {
    return waiting.isEmpty() ? Optional.empty() : Optional.of(log.get(waiting.first()));
  }

  StudySnapshot snapshot() {
    return new StudySnapshot(definition, log.view(), userAttributes, systemAttributes);
  }
}
