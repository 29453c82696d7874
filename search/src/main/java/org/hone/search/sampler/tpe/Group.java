package org.hone.search.sampler.tpe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hone.search.space.Literal;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.hone.search.trial.TrialRecord;

/**
 * Parameters that exist under the same condition, hence always together: what is modelled jointly.
 *
 * @param parameters at least one, in the order of the space
 */
record Group(List<Literal> conditions, List<Parameter> parameters) {
  Group {
    conditions = List.copyOf(conditions);
    parameters = List.copyOf(parameters);
  }

  /** The groups of a space; a condition's parent is in a group before its own. */
  static List<Group> of(SearchSpace space) {
    Map<List<Literal>, List<Parameter>> byCondition = new LinkedHashMap<>();
    for (Parameter parameter : space.parameters()) {
      byCondition.computeIfAbsent(parameter.conditions(), c -> new ArrayList<>()).add(parameter);
    }
    return byCondition.entrySet().stream()
        .map(entry -> new Group(entry.getKey(), entry.getValue()))
        .toList();
  }

  boolean isActive(ParameterValues given) {
    return conditions.stream().allMatch(literal -> literal.holds(given));
  }

  /** Whether the trial has a value for every parameter that could also be drawn from this space. */
  boolean covers(TrialRecord trial) {
    return parameters.stream().allMatch(parameter -> knows(trial.parameters(), parameter));
  }

  private static boolean knows(ParameterValues values, Parameter parameter) {
    var assignment = values.assignments().get(parameter.name());
    return assignment != null
        && parameter.distribution().isCompatibleWith(assignment.distribution())
        && parameter.distribution().contains(assignment.value());
  }
}
