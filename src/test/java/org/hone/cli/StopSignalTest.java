package org.hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StopSignalTest {
  @Test
  void nobodyWantsToStopUnlessAsked() {
    StopSignal signal = StopSignal.install();

    assertThat(signal.getAsBoolean()).isFalse();
    signal.close();
    signal.close();
    assertThat(signal.getAsBoolean()).isFalse();
  }
}
