package org.hone.engine.data.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "?", "NA", "na", "N/A", "n/a", "NaN", "nan", "NULL", " null "})
  void isMissing(String text) {
    assertThat(Cell.of(text).isMissing()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-", "no", "N/B", "nil", "none", "nulls", "??"})
  void isThere(String text) {
    assertThat(Cell.of(text).isMissing()).isFalse();
  }

  @Test
  void hasNoBlanksAroundIt() {
    Cell cell = new Cell(new DataFile(Path.of("cells")));
    cell.moveTo("a,\t b c \r,d".toCharArray(), 2, 7, 5);
    assertThat(cell.text()).isEqualTo("b c");
    assertThat(cell.line()).isEqualTo(5);
    assertThat(cell.number()).isNaN();
  }
}
