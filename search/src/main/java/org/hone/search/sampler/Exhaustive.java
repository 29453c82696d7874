package org.hone.search.sampler;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.hone.search.trial.StudySnapshot;

/**
 * Tries every point of an enumeration once, in random order: a point drawn at random as long as
 * that soon finds one that was not tried, after that the first one that was not.
 */
record Exhaustive(Candidates.Choice candidates) {
  private static final int MOST_DRAWS = 20;

  /**
   * A walk, before which every point was tried by one of the first so many trials, all finished.
   */
  private record Sweep(Enumeration points, Enumeration.Walk at, int trials) {

    boolean isOf(Enumeration others, StudySnapshot snapshot) {
      return points.equals(others) && trials <= snapshot.trials().size();
    }

    /** As far as the points have been tried by trials that can no longer be interrupted. */
    Sweep carriedOn(Tried tried) {
      Enumeration.Walk walk = at;
      while (!walk.isLast() && walk.point.map(tried.points()::contains).orElse(true)) {
        walk = points.after(walk);
      }
      return new Sweep(points, walk, Math.max(trials, tried.read()));
    }
  }

  /** A point that was not tried; any point if there is no other. */
  ParameterValues next(StudySnapshot snapshot, SearchSpace space, RandomGenerator random) {
    Enumeration points = new Enumeration(space, candidates);
    Tried tried = Tried.of(snapshot);
    for (int i = 0; i < MOST_DRAWS; i++) {
      Optional<ParameterValues> point = points.walk(random::nextInt).point;
      if (point.isPresent() && !tried.contains(point.get(), snapshot)) {
        return point.get();
      }
    }
    return firstUntried(points, snapshot).orElseGet(() -> any(points, random));
  }

  /** Whether every point was tried. */
  boolean isDone(StudySnapshot snapshot, SearchSpace space) {
    return firstUntried(new Enumeration(space, candidates), snapshot).isEmpty();
  }

  private static Optional<ParameterValues> firstUntried(
      Enumeration points, StudySnapshot snapshot) {
    Tried tried = Tried.of(snapshot);
    Sweep sweep =
        snapshot.memo(
            Exhaustive.class,
            (Optional<Sweep> before) ->
                before
                    .filter(it -> it.isOf(points, snapshot))
                    .orElseGet(() -> new Sweep(points, points.first(), 0))
                    .carriedOn(tried));
    Enumeration.Walk walk = sweep.at();
    while (true) {
      if (walk.point.isPresent() && !tried.contains(walk.point.get(), snapshot)) {
        return walk.point;
      }
      if (walk.isLast()) {
        return Optional.empty();
      }
      walk = points.after(walk);
    }
  }

  private static ParameterValues any(Enumeration points, RandomGenerator random) {
    Enumeration.Walk walk = points.walk(random::nextInt);
    if (walk.point.isEmpty()) {
      walk = points.first();
    }
    while (walk.point.isEmpty()) {
      walk = points.after(walk);
    }
    return walk.point.get();
  }
}
