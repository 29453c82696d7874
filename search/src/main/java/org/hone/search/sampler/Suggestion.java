package org.hone.search.sampler;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hone.search.space.ParameterValues;

/**
 * The point a sampler suggests.
 *
 * @param notes what becomes a system attribute of the trial: what the sampler needs to find there
 *     again, or says about its choice. Keys begin with {@code hone:} and the sampler's id; values
 *     as in {@link org.hone.search.trial.TrialRecord}
 */
public record Suggestion(ParameterValues point, Map<String, Object> notes) {
  public Suggestion {
    notes = Collections.unmodifiableMap(new LinkedHashMap<>(notes));
  }

  /** A point about which there is nothing to note. */
  public static Suggestion of(ParameterValues point) {
    return new Suggestion(point, Map.of());
  }

  /** The same with one more note. */
  public Suggestion noting(String key, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(notes);
    more.put(key, value);
    return new Suggestion(point, more);
  }

  /** The same notes about another point. */
  public Suggestion at(ParameterValues other) {
    return new Suggestion(other, notes);
  }
}
