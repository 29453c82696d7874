package org.hone.reports.analysis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.Collections;
import org.hone.search.space.Direction;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialDetails;
import org.hone.search.trial.TrialRecord;

/**
 * A study of a single objective with the bulky part of its trials.
 *
 * @param details by trial number; trials may be missing
 */
public record StudyEvidence(StudySnapshot snapshot, SortedMap<Integer, TrialDetails> details) {
  private static final TrialDetails NOTHING = new TrialDetails(Optional.empty(), List.of());

  public StudyEvidence {
    details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
    int objectives = snapshot.definition().directions().size();
    if (objectives != 1) {
      throw new IllegalArgumentException(
          "a report is about a single objective, but study '%s' has %d"
              .formatted(snapshot.definition().name(), objectives));
    }
  }

  /** A study with what is known of its trials, by number. */
  public static StudyEvidence of(StudySnapshot snapshot, Map<Integer, TrialDetails> details) {
    return new StudyEvidence(snapshot, new TreeMap<>(details));
  }

  /** Whether scores are better when smaller or when larger. */
  public Direction direction() {
    return snapshot.direction();
  }

  /** What is known of the trial; nothing if nobody told. */
  public TrialDetails details(TrialRecord trial) {
    return details.getOrDefault(trial.number(), NOTHING);
  }
}
