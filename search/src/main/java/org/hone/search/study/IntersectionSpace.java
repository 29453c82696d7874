package org.hone.search.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    return snapshot
        .<Common>memo(IntersectionSpace.class, known -> Common.of(snapshot, known))
        .space();
  }

  /**
   * What a study's first trials, all of them finished, have in common.
   *
   * @param read how many trials that are
   * @param parameters empty if none of them tells anything
   */
  private record Common(
      int read, Optional<Map<String, Distribution>> parameters, SearchSpace space) {

    static Common of(StudySnapshot snapshot, Optional<Common> known) {
      List<TrialRecord> trials = snapshot.trials();
      Common before =
          known
              .filter(common -> common.read() <= trials.size())
              .orElseGet(() -> new Common(0, Optional.empty(), SearchSpace.empty()));
      Optional<Map<String, Distribution>> common = before.parameters();
      int read = before.read();
      boolean finished = true;
      for (TrialRecord trial : trials.subList(read, trials.size())) {
        finished &= trial.state().isFinished();
        read += finished ? 1 : 0;
        if (trial.state() == TrialState.COMPLETE || trial.state() == TrialState.PRUNED) {
          common = Optional.of(shared(common, trial));
        }
      }
      SearchSpace space =
          common.equals(before.parameters()) ? before.space() : space(common.orElseThrow());
      return new Common(read, common, space);
    }

    private static Map<String, Distribution> shared(
        Optional<Map<String, Distribution>> common, TrialRecord trial) {
      Map<String, Distribution> its = distributions(trial);
      if (common.isEmpty()) {
        return its;
      }
      Map<String, Distribution> left = new LinkedHashMap<>(common.get());
      left.entrySet().retainAll(its.entrySet());
      return left;
    }

    private static SearchSpace space(Map<String, Distribution> parameters) {
      return SearchSpace.of(
          parameters.entrySet().stream()
              .map(entry -> Parameter.of(entry.getKey(), entry.getValue()))
              .toArray(Parameter[]::new));
    }
  }

  private static Map<String, Distribution> distributions(TrialRecord trial) {
    Map<String, Distribution> distributions = new LinkedHashMap<>();
    Map<String, Assignment> assignments = trial.parameters().assignments();
    assignments.forEach((name, assignment) -> distributions.put(name, assignment.distribution()));
    return distributions;
  }
}
