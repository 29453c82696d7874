package org.hone.search.sampler;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.hone.search.trial.StudySnapshot;

/**
 * Holds some parameters at given values and leaves the others to another sampler, which sees a
 * space in which the held ones have no other value. What depends on another value of a held
 * parameter does not exist there. Trials that were run with other values still teach what they tell
 * about the rest.
 */
public final class PartialFixedSampler implements Sampler {
  private final Sampler base;
  private final Map<String, Object> fixed;

  /** The space that was made of another, kept so that it is the same object every time. */
  private record Kept(SearchSpace space, Map<String, Object> fixed, SearchSpace narrowed) {}

  /**
   * @param base who chooses the rest
   * @param fixed by name, values as the user writes them
   * @throws IllegalArgumentException if the base is exhaustive: fix what it tries instead
   */
  public PartialFixedSampler(Sampler base, Map<String, ?> fixed) {
    if (base instanceof GridSampler || base instanceof BruteForceSampler) {
      throw new IllegalArgumentException(
          "%s tries what its space or grid holds: give the parameter one value there instead"
              .formatted(base.id()));
    }
    this.base = base;
    this.fixed = new LinkedHashMap<>(fixed);
  }

  @Override
  public String id() {
    return "partial-fixed";
  }

  @Override
  public boolean takesTurns() {
    return base.takesTurns();
  }

  @Override
  public boolean mightSuggest(ParameterValues point) {
    return fixed.entrySet().stream()
        .allMatch(
            held ->
                !point.contains(held.getKey())
                    || point.distribution(held.getKey()).internal(held.getValue())
                        == point.raw(held.getKey()));
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if the study's space has no such parameter, or it does not
   *     have the value, or constraints forbid it
   */
  @Override
  public Suggestion sample(StudySnapshot snapshot, SearchSpace space, RandomGenerator random) {
    snapshot.definition().space().ifPresent(whole -> fixed.keySet().forEach(whole::parameter));
    SearchSpace narrowed =
        snapshot
            .memo(PartialFixedSampler.class, (Optional<Kept> kept) -> kept(space, kept))
            .narrowed();
    Suggestion suggestion = base.sample(snapshot, narrowed, random);
    return suggestion.at(space.fromExternal(suggestion.point().external()));
  }

  private Kept kept(SearchSpace space, Optional<Kept> before) {
    return before
        .filter(it -> it.space().equals(space) && it.fixed().equals(fixed))
        .orElseGet(() -> new Kept(space, fixed, new Narrowing(space, fixed).narrowed()));
  }
}
