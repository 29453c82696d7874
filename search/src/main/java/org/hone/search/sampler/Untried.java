package org.hone.search.sampler;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.hone.search.math.Uniform;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;

/**
 * Keeps any sampler from suggesting a point that was tried before, as long as others are found: one
 * parameter of the suggestion changes, then more, then any point is drawn. Where a continuous
 * parameter is active, points hardly ever meet, and nothing is done.
 */
public final class Untried {
  /** Note: the number of the trial that had been run at the suggested point. */
  public static final String MOVED = "hone:untried:instead-of";

  private static final int MOST_MOVES = 64;
  private static final int MOST_DRAWS = 1000;

  private final StudySnapshot snapshot;
  private final SearchSpace space;
  private final Predicate<ParameterValues> allowed;
  private final Tried tried;

  private Untried(StudySnapshot snapshot, SearchSpace space, Predicate<ParameterValues> allowed) {
    this.snapshot = snapshot;
    this.space = space;
    this.allowed = allowed;
    tried = Tried.of(snapshot);
  }

  /** The same wherever the other point may be. */
  static Suggestion instead(
      Suggestion suggestion, StudySnapshot snapshot, SearchSpace space, RandomGenerator random) {
    return instead(suggestion, snapshot, space, random, point -> true);
  }

  /**
   * The suggestion, or another one near it if its point was tried before and others were not.
   *
   * @param allowed where the other point may be
   */
  public static Suggestion instead(
      Suggestion suggestion,
      StudySnapshot snapshot,
      SearchSpace space,
      RandomGenerator random,
      Predicate<ParameterValues> allowed) {
    ParameterValues point = suggestion.point();
    if (point.isEmpty() || hasContinuous(point, space)) {
      return suggestion;
    }
    Untried untried = new Untried(snapshot, space, allowed);
    Optional<TrialRecord> before = untried.trialAt(point);
    if (before.isEmpty()) {
      return suggestion;
    }
    return untried
        .near(point, random)
        .map(other -> suggestion.at(other).noting(MOVED, before.get().number()))
        .orElse(suggestion);
  }

  private static boolean hasContinuous(ParameterValues point, SearchSpace space) {
    return space.parameters().stream()
        .filter(parameter -> parameter.distribution().cardinality().isEmpty())
        .anyMatch(parameter -> point.contains(parameter.name()));
  }

  private Optional<TrialRecord> trialAt(ParameterValues point) {
    if (!isTried(point)) {
      return Optional.empty();
    }
    return snapshot.trials().stream()
        .filter(trial -> Tried.counts(trial) && trial.parameters().equals(point))
        .findFirst();
  }

  private boolean isTried(ParameterValues point) {
    return tried.contains(point, snapshot);
  }

  private Optional<ParameterValues> near(ParameterValues point, RandomGenerator random) {
    int[] active = active(point);
    for (int changes = 1; changes <= active.length; changes++) {
      for (int i = 0; i < MOST_MOVES; i++) {
        Optional<ParameterValues> moved = moved(point, active, changes, random);
        if (moved.filter(other -> allowed.test(other) && !isTried(other)).isPresent()) {
          return moved;
        }
      }
    }
    for (int i = 0; i < MOST_DRAWS; i++) {
      ParameterValues drawn = Uniform.point(space, random);
      if (allowed.test(drawn) && !isTried(drawn)) {
        return Optional.of(drawn);
      }
    }
    return Optional.empty();
  }

  private int[] active(ParameterValues point) {
    return IntStream.range(0, space.size())
        .filter(i -> point.contains(space.parameters().get(i).name()))
        .toArray();
  }

  private Optional<ParameterValues> moved(
      ParameterValues point, int[] active, int changes, RandomGenerator random) {
    double[] coordinates = space.coordinates(point).clone();
    for (int i = 0; i < changes; i++) {
      int place = active[random.nextInt(active.length)];
      coordinates[place] = Uniform.coordinate(space.parameters().get(place), random);
    }
    for (int i = 0; i < coordinates.length; i++) {
      coordinates[i] =
          Double.isNaN(coordinates[i])
              ? Uniform.coordinate(space.parameters().get(i), random)
              : coordinates[i];
    }
    return space.exactlyAt(coordinates);
  }
}
