package org.hone.engine.data;

import java.util.List;

/** Rows of a file to predict, as a {@link Preprocessing} reads them. */
public final class RawRows {
  private final Fitted fitted;
  private final int rows;
  private final List<Cells> cells;
  private final List<String> warnings;

  /**
   * Rows by column.
   *
   * @param cells by feature
   */
  RawRows(Fitted fitted, int rows, List<Cells> cells, List<String> warnings) {
    this.fitted = fitted;
    this.rows = rows;
    this.cells = List.copyOf(cells);
    this.warnings = List.copyOf(warnings);
  }

  /** How many there are, at least one. */
  public int rows() {
    return rows;
  }

  /** What a user should know of them: categories that were not there in training. */
  public List<String> warnings() {
    return warnings;
  }

  /** By whom they were read. */
  Fitted fitted() {
    return fitted;
  }

  /** By feature. */
  List<Cells> cells() {
    return cells;
  }
}
