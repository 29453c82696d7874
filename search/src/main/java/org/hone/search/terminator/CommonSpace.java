package org.hone.search.terminator;

import java.util.ArrayList;
import java.util.List;
import org.hone.search.space.Distribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.SearchSpace;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;

/** What a study searches, as far as its trials have it in common. */
final class CommonSpace {
  private CommonSpace() {}

  /** The declared space; without one, the parameters that all complete trials drew alike. */
  static SearchSpace of(StudySnapshot snapshot) {
    return snapshot.definition().space().orElseGet(() -> shared(snapshot));
  }

  private static SearchSpace shared(StudySnapshot snapshot) {
    List<TrialRecord> complete = snapshot.in(TrialState.COMPLETE).toList();
    List<Parameter> parameters = new ArrayList<>();
    if (!complete.isEmpty()) {
      TrialRecord last = complete.get(complete.size() - 1);
      for (String name : last.parameters().names()) {
        Distribution distribution = last.parameters().distribution(name);
        boolean common =
            complete.stream()
                .allMatch(
                    trial ->
                        trial.parameters().contains(name)
                            && trial.parameters().distribution(name).equals(distribution));
        if (common) {
          parameters.add(Parameter.of(name, distribution));
        }
      }
    }
    return new SearchSpace(parameters, List.of());
  }
}
