package org.hone.search.storage;

import java.util.List;
import java.util.Optional;
import org.hone.search.trial.TrialState;

/**
 * How a trial ends; what every storage checks before it writes.
 *
 * @param state COMPLETE, PRUNED or FAIL
 * @param values not NaN
 * @param reason why it failed or stopped; empty for none
 */
public record Ending(TrialState state, List<Double> values, Optional<String> reason) {

  public Ending {
    values = List.copyOf(values);
    if (!state.isFinished()) {
      throw new IllegalArgumentException("a trial cannot end as " + state);
    }
    if (values.stream().anyMatch(value -> value.isNaN())) {
      throw new IllegalArgumentException("a trial's value is never NaN: such a trial fails");
    }
  }

  /**
   * Checks that there is a value for every objective of a complete trial, and not more of any
   * other.
   *
   * @throws IllegalArgumentException if not
   */
  public void requireObjectives(int objectives) {
    boolean fits =
        state == TrialState.COMPLETE ? values.size() == objectives : values.size() <= objectives;
    if (!fits) {
      throw new IllegalArgumentException(
          "a %s trial of %d objective(s) cannot have the values %s"
              .formatted(state, objectives, values));
    }
  }
}
