package org.hone.search.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hone.search.space.Distribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues.Assignment;
import org.hone.search.space.SearchSpace;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;

/**
 * What trials that declare their parameters as they run have in common: the space that can be
 * sampled jointly.
 */
final class IntersectionSpace {
  private IntersectionSpace() {}

  /** The parameters, with their distributions, that every complete and every pruned trial had. */
  static SearchSpace of(StudySnapshot snapshot) {
    List<TrialRecord> trials =
        snapshot.trials().stream()
            .filter(
                trial -> trial.state() == TrialState.COMPLETE || trial.state() == TrialState.PRUNED)
            .toList();
    if (trials.isEmpty()) {
      return SearchSpace.empty();
    }
    Map<String, Distribution> common = distributions(trials.get(0));
    trials.forEach(trial -> common.entrySet().retainAll(distributions(trial).entrySet()));
    Parameter[] parameters =
        common.entrySet().stream()
            .map(entry -> Parameter.of(entry.getKey(), entry.getValue()))
            .toArray(Parameter[]::new);
    return SearchSpace.of(parameters);
  }

  private static Map<String, Distribution> distributions(TrialRecord trial) {
    Map<String, Distribution> distributions = new LinkedHashMap<>();
    Map<String, Assignment> assignments = trial.parameters().assignments();
    assignments.forEach((name, assignment) -> distributions.put(name, assignment.distribution()));
    return distributions;
  }
}
