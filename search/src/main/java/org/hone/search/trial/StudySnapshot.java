package org.hone.search.trial;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hone.search.space.Direction;

/**
 * A study as it stood at one moment: what samplers, pruners, analyses and dashboards read.
 * Immutable.
 *
 * @param trials in the order of their numbers
 * @param userAttributes of the study; types as in {@link TrialRecord}
 * @param systemAttributes of the study
 * @param memo what was computed from the study in this process
 */
public record StudySnapshot(
    StudyDefinition definition,
    List<TrialRecord> trials,
    Map<String, Object> userAttributes,
    Map<String, Object> systemAttributes,
    Memo memo) {

  public StudySnapshot {
    trials = TrialLog.isView(trials) ? trials : List.copyOf(trials);
    userAttributes = Collections.unmodifiableMap(new LinkedHashMap<>(userAttributes));
    systemAttributes = Collections.unmodifiableMap(new LinkedHashMap<>(systemAttributes));
  }

  /** A snapshot with nothing computed from it yet. */
  public StudySnapshot(
      StudyDefinition definition,
      List<TrialRecord> trials,
      Map<String, Object> userAttributes,
      Map<String, Object> systemAttributes) {
    this(definition, trials, userAttributes, systemAttributes, new Memo());
  }

  /** A study without attributes. */
  public static StudySnapshot of(StudyDefinition definition, List<TrialRecord> trials) {
    return new StudySnapshot(definition, trials, Map.of(), Map.of());
  }

  /** The same study, with what was computed from it before. */
  public StudySnapshot with(Memo other) {
    return new StudySnapshot(definition, trials, userAttributes, systemAttributes, other);
  }

  /**
   * Something that follows from this study's history, carried on from what was computed before.
   *
   * @param owner whose it is; always the same type T
   * @param next from what was kept, if anything, to what is used and kept now; must lead to the
   *     same result whatever was kept, since another process has kept something else
   */
  public <T> T memo(Class<?> owner, Function<Optional<T>, T> next) {
    return memo.carry(owner, next);
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

  /**
   * A complete trial's values turned so that smaller is better, one per objective; a pruned trial's
   * if it has one; empty for others.
   */
  public double[] losses(TrialRecord trial) {
    double[] losses = new double[trial.values().size()];
    for (int i = 0; i < losses.length; i++) {
      losses[i] = definition.directions().get(i).toLoss(trial.values().get(i));
    }
    return losses;
  }

  /**
   * The complete trial with the best value of the only objective, among those that respect all
   * constraints; the earliest among equals.
   */
  public Optional<TrialRecord> best() {
    Direction direction = direction();
    return in(TrialState.COMPLETE)
        .filter(TrialRecord::isFeasible)
        .min(Comparator.comparingDouble(trial -> direction.toLoss(trial.values().get(0))));
  }
}
