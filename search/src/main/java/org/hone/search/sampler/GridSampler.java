package org.hone.search.sampler;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.hone.search.space.Parameter;
import org.hone.search.space.SearchSpace;
import org.hone.search.trial.StudySnapshot;

/**
 * Tries every point of a grid once, in random order, also with several workers; then it is
 * exhausted. A parameter's grid is what was given for it, else all values of a discrete one and
 * five values, equally far apart on its scale, of a range. Below a condition only those points
 * count that exist, and those that the space's constraints exclude are left out. Results do not
 * matter; a trial that was interrupted does not count.
 */
public final class GridSampler implements Sampler {
  private static final int POINTS = 5;

  private final Map<String, List<?>> values;
  private final int points;
  private final Exhaustive exhaustive = new Exhaustive(this::candidates);

  /** With the default grid. */
  public GridSampler() {
    this(Map.of(), POINTS);
  }

  private GridSampler(Map<String, List<?>> values, int points) {
    this.values = new LinkedHashMap<>(values);
    this.points = points;
    if (points < 2) {
      throw new IllegalArgumentException(
          "a range has at least 2 grid points, its ends, but points=" + points);
    }
  }

  /**
   * The same with this grid for some parameters.
   *
   * @param grid by parameter name, values as the user writes them
   * @throws IllegalArgumentException if a parameter has none
   */
  public GridSampler withValues(Map<String, ? extends List<?>> grid) {
    grid.forEach(
        (name, list) -> {
          if (list.isEmpty()) {
            throw new IllegalArgumentException("the grid has no value for '%s'".formatted(name));
          }
        });
    return new GridSampler(Map.copyOf(grid), points);
  }

  /**
   * The same with another number of values for ranges of numbers.
   *
   * @throws IllegalArgumentException if it is less than 2
   */
  public GridSampler withPoints(int number) {
    return new GridSampler(values, number);
  }

  @Override
  public String id() {
    return "grid";
  }

  private Candidates candidates(Parameter parameter) {
    List<?> given = values.get(parameter.name());
    if (given != null) {
      return Candidates.given(parameter, given);
    }
    return parameter.distribution().cardinality().isPresent()
        ? Candidates.all(parameter.distribution())
        : Candidates.spread(parameter.distribution(), points);
  }

  @Override
  public boolean takesTurns() {
    return true;
  }

  @Override
  public boolean isExhausted(StudySnapshot snapshot, SearchSpace space) {
    return exhaustive.isDone(snapshot, space);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if a parameter does not have a value that its grid has
   */
  @Override
  public Suggestion sample(StudySnapshot snapshot, SearchSpace space, RandomGenerator random) {
    return Suggestion.of(exhaustive.next(snapshot, space, random));
  }
}
