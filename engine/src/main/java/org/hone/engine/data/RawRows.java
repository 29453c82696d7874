package org.hone.engine.data;

import java.util.List;
import java.util.stream.IntStream;
import org.hone.api.recipe.Inputs;

/** Rows to predict, as a {@link Preprocessing} reads them. */
public final class RawRows {
  private final Coded<?> coded;
  private final int rows;
  private final List<String> names;
  private final List<String> warnings;

  /** All rows of a source. */
  RawRows(Coded<?> coded, int rows, List<String> names, List<String> warnings) {
    this.coded = coded;
    this.rows = rows;
    this.names = List.copyOf(names);
    this.warnings = List.copyOf(warnings);
  }

  /** How many there are, at least one. */
  public int rows() {
    return rows;
  }

  /** What each is called: its file, or its id; empty if rows have no names. */
  public List<String> names() {
    return names;
  }

  /** What a user should know of them: categories that were not there in training. */
  public List<String> warnings() {
    return warnings;
  }

  /** By whom they were read. */
  Coding<?> coding() {
    return coded.coding();
  }

  /** What a network sees of them before it is scaled. */
  Inputs inputs() {
    return coded.inputs(IntStream.range(0, rows).toArray());
  }
}
