package org.hone.reports.render;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hone.reports.section.Block;
import org.hone.reports.section.Callout;
import org.hone.reports.section.Cell;
import org.hone.reports.section.Chart;
import org.hone.reports.section.Code;
import org.hone.reports.section.Facts;
import org.hone.reports.section.Paragraph;
import org.hone.reports.section.Table;

/** Each kind of block as Markdown, without blank lines around it. */
final class MarkdownBlocks implements Block.Visitor<String> {
  @Override
  public String paragraph(Paragraph paragraph) {
    return paragraph.aside()
        ? "*" + Markdown.text(paragraph.text()) + "*"
        : Markdown.line(paragraph.text());
  }

  @Override
  public String callout(Callout callout) {
    return Stream.concat(
            Stream.of("> **" + Markdown.text(callout.title()) + "**"),
            callout.sentences().stream().map(sentence -> "> " + Markdown.line(sentence)))
        .collect(Collectors.joining("\n>\n"));
  }

  @Override
  public String code(Code code) {
    return Markdown.code(code.text(), code.language());
  }

  @Override
  public String facts(Facts facts) {
    return facts.facts().stream().map(MarkdownBlocks::fact).collect(Collectors.joining("\n"));
  }

  private static String fact(Facts.Fact fact) {
    String note = fact.note().isEmpty() ? "" : " (" + Markdown.text(fact.note()) + ")";
    return "- "
        + Markdown.line(fact.label())
        + ": **"
        + Markdown.text(fact.value().text())
        + "**"
        + note;
  }

  @Override
  public String table(Table table) {
    return "**" + Markdown.text(table.caption()) + "**\n\n" + rows(table);
  }

  @Override
  public String chart(Chart chart) {
    return "**"
        + Markdown.text(chart.title())
        + "**: "
        + Markdown.text(chart.summary())
        + "\n\n"
        + rows(ChartTable.of(chart));
  }

  private static String rows(Table table) {
    Stream<String> head =
        Stream.of(
            line(table.columns().stream().map(column -> Markdown.text(column.label())).toList()),
            line(table.columns().stream().map(column -> rule(column.type())).toList()));
    return Stream.concat(head, table.rows().stream().map(MarkdownBlocks::row))
        .collect(Collectors.joining("\n"));
  }

  private static String rule(Table.Type type) {
    return type == Table.Type.NUMBER ? "--:" : ":--";
  }

  private static String row(Table.Row row) {
    List<String> cells = new ArrayList<>();
    for (Cell cell : row.cells()) {
      cells.add(Markdown.text(cell.text()));
    }
    row.mark().ifPresent(mark -> cells.set(0, cells.get(0) + " **" + Markdown.text(mark) + "**"));
    return line(cells);
  }

  private static String line(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |";
  }
}
