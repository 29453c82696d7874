package org.hone.search.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.ParameterValues;
import org.hone.search.storage.AttributeKind;
import org.hone.search.storage.Storage;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;
import org.junit.jupiter.api.Test;

/** What every storage keeps to that outlives the process or is shared between processes. */
public interface SharedStorageContract {

  Storage storage();

  /** Another connection to the medium of {@link #storage}; closed by whoever implements this. */
  Storage another();

  private static ParameterValues x(double value) {
    return ParameterValues.empty().with("x", FloatDistribution.of(0, 1), value);
  }

  @Test
  default void showsOneConnectionWhatTheOtherWrites() {
    Storage here = storage();
    Storage there = another();
    long study = here.createStudy(Histories.plain("shared"));
    assertThat(there.findStudy("shared")).hasValue(study);
    TrialRecord trial = here.createTrial(study, TrialState.RUNNING, x(0.5), Map.of());
    TrialRecord later = there.createTrial(study, TrialState.RUNNING, x(0.25), Map.of());
    assertThat(later.number()).isEqualTo(1);
    there.finish(later.id(), TrialState.COMPLETE, List.of(2.0), Optional.empty());
    assertThat(here.snapshot(study)).isEqualTo(there.snapshot(study));
    there.report(trial.id(), 3, 0.125);
    assertThat(here.snapshot(study).trials().get(0).intermediate()).containsEntry(3, 0.125);
    there.finish(trial.id(), TrialState.FAIL, List.of(), Optional.of("why"));
    assertThat(here.snapshot(study).trials().get(0).state()).isEqualTo(TrialState.FAIL);
    assertThat(here.snapshot(study)).isEqualTo(there.snapshot(study));
  }

  @Test
  default void keepsEverythingWhenClosed() {
    long study;
    StudySnapshot before;
    try (Storage first = storage()) {
      study = first.createStudy(Histories.plain("kept"));
      first.setStudyAttribute(study, AttributeKind.USER, "owner", "Ada");
      TrialRecord trial = first.createTrial(study, TrialState.RUNNING, x(0.5), Map.of("k", 1));
      first.report(trial.id(), 1, Double.NaN);
      first.finish(trial.id(), TrialState.PRUNED, List.of(), Optional.empty());
      first.createTrial(study, TrialState.WAITING, x(0.75), Map.of());
      before = first.snapshot(study);
    }
    assertThat(another().snapshot(study)).isEqualTo(before);
  }

  @Test
  default void forgetsAStudyThatAnotherConnectionDeletes() {
    Storage here = storage();
    Storage there = another();
    long study = here.createStudy(Histories.plain("doomed"));
    here.createTrial(study, TrialState.RUNNING, x(0.5), Map.of());
    here.snapshot(study);
    there.deleteStudy(study);
    assertThat(here.studyNames()).isEmpty();
    assertThat(here.createStudy(Histories.plain("doomed"))).isGreaterThan(study);
  }
}
