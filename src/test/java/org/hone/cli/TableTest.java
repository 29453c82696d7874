package org.hone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
  private final Table table =
      new Table().column("n", Table.Side.RIGHT).column("name", Table.Side.LEFT);

  @Test
  void columnsAreAsWideAsTheyNeedToBe() {
    table.column("rest", Table.Side.LEFT);
    table.row(List.of("1", "a", "x"));
    table.row(List.of("100", "longer", ""));

    assertThat(table.lines()).containsExactly("  n  name    rest", "  1  a       x", "100  longer");
  }

  @Test
  void theLastColumnEndsInAnEllipsisWhereItDoesNotFit() {
    table.row(List.of("1", "x".repeat(77)));
    table.row(List.of("1", "y".repeat(78)));

    assertThat(table.lines()).contains("1  " + "x".repeat(77), "1  " + "y".repeat(76) + "…");
  }

  @Test
  void aColumnTooWideLeavesTheLastALittle() {
    Table wide = new Table().column("a", Table.Side.LEFT).column("b", Table.Side.LEFT);
    wide.row(List.of("x".repeat(90), "y".repeat(20)));

    assertThat(wide.lines().get(1)).isEqualTo("x".repeat(90) + "  " + "y".repeat(11) + "…");
  }

  @Test
  void everyRowHasACellPerColumn() {
    assertThatIllegalArgumentException().isThrownBy(() -> table.row(List.of("1")));
  }
}
