package org.hone.search.trial;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hone.search.space.Direction;

/**
 * A study as it stood at one moment: what samplers, pruners, analyses and dashboards read.
 * Immutable.
 *
 * @param trials in the order of their numbers
 * @param userAttributes of the study; types as in {@link TrialRecord}
 * @param systemAttributes of the study
 */
public record StudySnapshot(
    StudyDefinition definition,
    List<TrialRecord> trials,
    Map<String, Object> userAttributes,
    Map<String, Object> systemAttributes) {

  public StudySnapshot {
    trials = List.copyOf(trials);
    userAttributes = Collections.unmodifiableMap(new LinkedHashMap<>(userAttributes));
    systemAttributes = Collections.unmodifiableMap(new LinkedHashMap<>(systemAttributes));
  }

  /** A study in which nothing has happened yet. */
  public static StudySnapshot of(StudyDefinition definition, List<TrialRecord> trials) {
    return new StudySnapshot(definition, trials, Map.of(), Map.of());
  }

  /**
   * The only objective's direction.
   *
   * @throws IllegalStateException if there are several objectives
   */
  public Direction direction() {
    if (definition.directions().size() > 1) {
      throw new IllegalStateException(
          "study '%s' has %d objectives"
              .formatted(definition.name(), definition.directions().size()));
    }
    return definition.directions().get(0);
  }

  /** The trials in this state. */
  public Stream<TrialRecord> in(TrialState state) {
    return trials.stream().filter(trial -> trial.state() == state);
  }

  /** The complete trial with the best value of the only objective; the earliest among equals. */
  public Optional<TrialRecord> best() {
    Direction direction = direction();
    return in(TrialState.COMPLETE)
        .min(Comparator.comparingDouble(trial -> direction.toLoss(trial.values().get(0))));
  }
}
