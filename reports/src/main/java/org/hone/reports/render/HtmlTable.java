package org.hone.reports.render;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hone.reports.section.Cell;
import org.hone.reports.section.Table;

/** A table as HTML: heads with scope, figures that line up, values to sort by. */
final class HtmlTable {
  /** More rows than this scroll by themselves. */
  private static final int LONG = 40;

  private final Table table;
  private final List<HtmlCell> cells;

  private HtmlTable(Table table) {
    this.table = table;
    this.cells =
        IntStream.range(0, table.columns().size())
            .mapToObj(i -> new HtmlCell(Whiskers.of(column(table, i))))
            .toList();
  }

  private static List<Cell> column(Table table, int index) {
    return table.rows().stream().map(row -> row.cells().get(index)).toList();
  }

  static String of(Table table) {
    return new HtmlTable(table).html();
  }

  private String html() {
    String caption = Html.text(table.caption());
    return """
        <div class="%s" role="region" aria-label="%s" tabindex="0">
        <table%s>
        <caption>%s</caption>
        <thead><tr>%s</tr></thead>
        <tbody>
        %s</tbody>
        </table>
        </div>
        """
        .formatted(
            table.rows().size() > LONG ? "scroll long" : "scroll",
            caption,
            table.sortable() ? " class=\"sortable\"" : "",
            caption,
            table.columns().stream().map(HtmlTable::head).collect(Collectors.joining()),
            table.rows().stream().map(this::row).collect(Collectors.joining()));
  }

  private static String head(Table.Column column) {
    return "<th scope=\"col\"%s>%s</th>".formatted(align(column), Html.text(column.label()));
  }

  private static String align(Table.Column column) {
    return switch (column.type()) {
      case NUMBER -> " class=\"number\"";
      case RANGE -> " class=\"range\"";
      case TEXT -> " class=\"text\"";
      case TAGS -> " class=\"tags\"";
    };
  }

  private String row(Table.Row row) {
    StringBuilder html = new StringBuilder();
    html.append(
        row.mark().map(word -> "<tr data-mark=\"" + Html.text(word) + "\">").orElse("<tr>"));
    for (int i = 0; i < row.cells().size(); i++) {
      Cell cell = row.cells().get(i);
      String tag = i == 0 ? "th scope=\"row\"" : "td";
      html.append("<%s%s%s>".formatted(tag, align(table.columns().get(i)), sort(cell)));
      html.append(cell.accept(cells.get(i)));
      html.append(i == 0 ? mark(row) : "");
      html.append(i == 0 ? "</th>" : "</td>");
    }
    return html.append("</tr>\n").toString();
  }

  private static String mark(Table.Row row) {
    return row.mark().map(word -> " <b class=\"mark\">" + Html.text(word) + "</b>").orElse("");
  }

  /** Figures are sorted by value, words by themselves. */
  private static String sort(Cell cell) {
    OptionalDouble key = cell.sortKey();
    return key.isPresent() ? " data-sort=\"" + key.getAsDouble() + "\"" : "";
  }
}
