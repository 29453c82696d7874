package org.hone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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

  @ParameterizedTest
  @ValueSource(strings = {"many", "-1", "1.5", "99999999999"})
  void whatIsNoNumberInTheVariableIsNamed(String variable) {
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> WorkerOptions.count(variable))
        .withMessage("HONE_WORKERS: '%s' is no number of workers; allowed: 0 or more", variable);
  }
}
