package org.hone.search.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrialLogTest {
  private static TrialRecord trial(int number, TrialState state) {
    return new TrialDraft(number + 1, number, state).record();
  }

  @Test
  void viewsNeverChange() {
    TrialLog log = new TrialLog();
    for (int i = 0; i < 600; i++) {
      log.add(trial(i, TrialState.RUNNING));
    }
    List<TrialRecord> before = log.view();
    log.set(3, trial(3, TrialState.COMPLETE));
    log.set(599, trial(599, TrialState.FAIL));
    log.add(trial(600, TrialState.WAITING));
    List<TrialRecord> after = log.view();
    assertThat(before).hasSize(600).allMatch(trial -> trial.state() == TrialState.RUNNING);
    assertThat(after).hasSize(601);
    assertThat(after.get(3).state()).isEqualTo(TrialState.COMPLETE);
    assertThat(after.get(599).state()).isEqualTo(TrialState.FAIL);
    assertThat(after.get(258)).isSameAs(before.get(258));
    assertThat(IntStream.range(0, 601).mapToObj(i -> after.get(i).number()))
        .containsExactlyElementsOf(IntStream.range(0, 601).boxed().toList());
  }

  @Test
  void viewsAreReadOnly() {
    TrialLog log = new TrialLog();
    log.add(trial(0, TrialState.RUNNING));
    assertThatThrownBy(() -> log.view().set(0, trial(0, TrialState.FAIL)))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> log.view().get(1)).isInstanceOf(IndexOutOfBoundsException.class);
  }
}
