package org.hone.search.storage;

import java.util.Collections;
import java.util.Map;
import org.hone.search.space.ParameterValues;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;

/**
 * How a trial begins; what every storage makes of the arguments of {@link Storage#createTrial}. A
 * waiting trial has no parameters yet: those it must be run with become the system attribute {@link
 * TrialRecord#FIXED_PARAMETERS}.
 *
 * @param state RUNNING or WAITING
 * @param systemAttributes in the form in which they are read
 */
public record Beginning(
    TrialState state, ParameterValues parameters, Map<String, Object> systemAttributes) {

  public Beginning {
    if (state.isFinished()) {
      throw new IllegalArgumentException("a trial begins RUNNING or WAITING, not " + state);
    }
    Map<String, Object> attributes = AttributeValue.attributes(systemAttributes);
    if (state == TrialState.WAITING) {
      attributes.putIfAbsent(TrialRecord.FIXED_PARAMETERS, Map.of());
      if (!parameters.names().isEmpty()) {
        attributes.put(TrialRecord.FIXED_PARAMETERS, AttributeValue.normal(parameters.external()));
      }
      parameters = ParameterValues.empty();
    }
    systemAttributes = Collections.unmodifiableMap(attributes);
  }
}
