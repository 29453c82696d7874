package org.hone.reports.analysis;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hone.search.space.Direction;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialDetails;
import org.hone.search.trial.TrialRecord;

/**
 * A study, seen by its first objective, with the bulky part of its trials.
 *
 * @param details by trial number, in whose order they are kept; trials may be missing
 */
public record StudyEvidence(StudySnapshot snapshot, Map<Integer, TrialDetails> details) {
  private static final TrialDetails NOTHING = new TrialDetails(Optional.empty(), List.of());

  public StudyEvidence {
    details = Collections.unmodifiableNavigableMap(new TreeMap<>(details));
  }

  /** Whether scores are better when smaller or when larger. */
  public Direction direction() {
    return snapshot.definition().directions().get(0);
  }

  /** What is known of the trial; nothing if nobody told. */
  public TrialDetails details(TrialRecord trial) {
    return details.getOrDefault(trial.number(), NOTHING);
  }
}
