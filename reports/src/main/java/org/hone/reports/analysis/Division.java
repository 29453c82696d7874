package org.hone.reports.analysis;

import java.util.List;
import java.util.Optional;
import org.hone.search.trial.Catalogue;
import org.hone.search.trial.TrialRecord;

/**
 * The scored trials, divided by whether they use a technique. Techniques that always occurred
 * together divide them alike: theirs is one observation, whatever the number of techniques.
 *
 * @param used of each trial in order, whether it uses the technique
 * @param with scores of the trials that use it
 * @param without scores of the trials that do not, the baseline's among them
 */
record Division(List<Boolean> used, Sample with, Sample without) {
  /** With fewer trials on a side, what a trial happened to do hides what the technique does. */
  static final int FEWEST_TRIALS = 3;

  static Division of(Catalogue.Entry technique, List<TrialRecord> scored) {
    return new Division(
        scored.stream().map(technique::isUsedBy).toList(),
        scores(scored.stream().filter(technique::isUsedBy).toList()),
        scores(scored.stream().filter(trial -> !technique.isUsedBy(trial)).toList()));
  }

  private static Sample scores(List<TrialRecord> trials) {
    return new Sample(trials.stream().map(Scores::of).toList());
  }

  /** Whether there are enough trials on either side to hold them against each other. */
  boolean isTelling() {
    return Math.min(with.size(), without.size()) >= FEWEST_TRIALS;
  }

  /** How both sides differ; empty if there are too few trials. */
  Optional<RankSum> test() {
    return isTelling() ? RankSum.of(with, without) : Optional.empty();
  }
}
