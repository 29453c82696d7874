package org.hone.engine.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.hone.engine.data.file.Cell;
import org.junit.jupiter.api.Test;

class SightingTest {

  @Test
  void aLongCellIsCutInMessages() {
    assertThat(Sighting.of(Cell.of("x".repeat(100))).text()).isEqualTo("x".repeat(60) + " ...");
  }
}
