package org.hone.search.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.ParameterValues;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;
import org.junit.jupiter.api.Test;

class ValuesTest {
  private static final ParameterValues POINT =
      ParameterValues.empty().with("x", FloatDistribution.of(0, 1), 0.5);

  @Test
  void waitingTrialsKeepTheirValuesAsAnAttribute() {
    Beginning waiting = new Beginning(TrialState.WAITING, POINT, Map.of("k", (short) 1));
    assertThat(waiting.parameters().names()).isEmpty();
    assertThat(waiting.systemAttributes())
        .isEqualTo(Map.of("k", 1L, TrialRecord.FIXED_PARAMETERS, Map.of("x", 0.5)));
    Beginning running = new Beginning(TrialState.RUNNING, POINT, Map.of());
    assertThat(running.parameters()).isEqualTo(POINT);
    assertThat(running.systemAttributes()).isEmpty();
  }

  @Test
  void endingsCheckThemselves() {
    Ending complete = new Ending(TrialState.COMPLETE, List.of(1.0), Optional.empty());
    complete.requireObjectives(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> complete.requireObjectives(2))
        .withMessage("a COMPLETE trial of 2 objective(s) cannot have the values [1.0]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Ending(TrialState.WAITING, List.of(), Optional.empty()));
  }

  @Test
  void attributesNameWhatTheyCannotHold() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AttributeValue.normal(List.of(Optional.empty())))
        .withMessageContaining("java.util.Optional");
  }
}
