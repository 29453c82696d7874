package org.hone.reports.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.hone.reports.Examples;
import org.hone.reports.TrialBuilder;
import org.hone.search.trial.TrialRecord;
import org.junit.jupiter.api.Test;

class EvidenceTest {
  @Test
  void theBestIsHeldAgainstTheBaselineEvenIfItsOneScoreIsLower() {
    Evidence evidence =
        Examples.searched(
            TrialBuilder.trial(0).baseline().score(0.9).build(),
            TrialBuilder.trial(1).score(0.7).build(),
            TrialBuilder.trial(2).score(0.8).build(),
            TrialBuilder.trial(3).score(0.8).build());
    assertThat(evidence.best().map(TrialRecord::number)).contains(2);
  }

  @Test
  void theBaselineIsTheBestOnlyIfNothingElseHasAScore() {
    Evidence evidence =
        Examples.searched(
            TrialBuilder.trial(0).baseline().score(0.9).build(),
            TrialBuilder.trial(1).failed("diverged").build());
    assertThat(evidence.best().map(TrialRecord::number)).contains(0);
  }
}
