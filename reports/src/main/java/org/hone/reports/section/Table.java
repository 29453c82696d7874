package org.hone.reports.section;

import java.util.List;
import java.util.Optional;

/**
 * Rows and columns; the first column names the row.
 *
 * @param sortable whether the order of the rows is only one among others
 */
public record Table(String caption, List<Column> columns, List<Row> rows, boolean sortable)
    implements Block {

  /**
   * One column.
   *
   * @param key kebab-case, unique in the table, stable
   */
  public record Column(String key, String label, Type type) {

    /** A column of words. */
    public static Column text(String key, String label) {
      return new Column(key, label, Type.TEXT);
    }

    /** A column of figures. */
    public static Column number(String key, String label) {
      return new Column(key, label, Type.NUMBER);
    }

    /** A column of intervals. */
    static Column range(String key, String label) {
      return new Column(key, label, Type.RANGE);
    }

    /** A column of names. */
    static Column tags(String key, String label) {
      return new Column(key, label, Type.TAGS);
    }
  }

  /** What a column's cells are; any of them may be empty or say in words why it is. */
  public enum Type {
    TEXT,
    NUMBER,
    RANGE,
    TAGS
  }

  /**
   * One row.
   *
   * @param mark why it stands out, in a word
   */
  public record Row(List<Cell> cells, Optional<String> mark) {
    public Row {
      cells = List.copyOf(cells);
    }

    /** A row like the others. */
    static Row of(Cell... cells) {
      return new Row(List.of(cells), Optional.empty());
    }
  }

  public Table {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    for (Row row : rows) {
      if (row.cells().size() != columns.size()) {
        throw new IllegalArgumentException(
            "table '"
                + caption
                + "' has "
                + columns.size()
                + " columns, but a row has "
                + row.cells().size()
                + " cells");
      }
    }
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.table(this);
  }
}
