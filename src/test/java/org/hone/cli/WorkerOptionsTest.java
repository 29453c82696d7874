package org.hone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;
import org.hone.agent.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkerOptionsTest {
  @Test
  void theVariableSaysHowMany() {
    assertThat(WorkerOptions.count("0")).isZero();
    assertThat(WorkerOptions.count("3")).isEqualTo(3);
    assertThat(WorkerOptions.count("")).as("as if there were none").isEqualTo(1);
  }

  @Test
  void aGpuTrainsOneTrialAtATime() {
    WorkerOptions.requireSlots(9, Optional.empty());
    WorkerOptions.requireSlots(2, Optional.of(2));
    WorkerOptions.requireSlots(0, Optional.of(1));
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> WorkerOptions.requireSlots(3, Optional.of(2)))
        .withMessage(
            "--workers: 3 is too many for 2 GPUs, each of which trains one trial at a time; allowed:"
                + " 0 to 2, or HONE_BACKEND=cpu");
  }

  @ParameterizedTest
  @ValueSource(strings = {"many", "-1", "1.5", "99999999999"})
  void whatIsNoNumberInTheVariableIsNamed(String variable) {
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> WorkerOptions.count(variable))
        .withMessage("HONE_WORKERS: '%s' is no number of workers; allowed: 0 or more", variable);
  }
}
