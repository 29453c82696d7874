package org.hone.reports.render;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.hone.reports.section.Block;
import org.hone.reports.section.Callout;
import org.hone.reports.section.Chart;
import org.hone.reports.section.Code;
import org.hone.reports.section.Facts;
import org.hone.reports.section.Paragraph;
import org.hone.reports.section.Table;

/** Each kind of block as a JSON object. */
final class BlockJson implements Block.Visitor<ObjectNode> {
  private final CellJson cells = new CellJson();

  private static ObjectNode of(String type) {
    return JsonNodeFactory.instance.objectNode().put("type", type);
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public ObjectNode paragraph(Paragraph paragraph) {
    return of("paragraph").put("text", paragraph.text()).put("aside", paragraph.aside());
  }

  @Override
  public ObjectNode callout(Callout callout) {
    ObjectNode json = of("callout").put("tone", name(callout.tone())).put("title", callout.title());
    callout.sentences().forEach(json.putArray("sentences")::add);
    return json;
  }

  @Override
  public ObjectNode code(Code code) {
    return of("code").put("language", code.language()).put("text", code.text());
  }

  @Override
  public ObjectNode facts(Facts facts) {
    ObjectNode json = of("facts").put("prominent", facts.prominent());
    ArrayNode list = json.putArray("facts");
    for (Facts.Fact fact : facts.facts()) {
      ObjectNode entry = list.addObject().put("label", fact.label());
      entry.set("value", fact.value().accept(cells));
      entry.put("text", fact.value().text());
      entry.put("note", fact.note());
    }
    return json;
  }

  @Override
  public ObjectNode table(Table table) {
    ObjectNode json = of("table").put("caption", table.caption());
    ArrayNode columns = json.putArray("columns");
    for (Table.Column column : table.columns()) {
      columns
          .addObject()
          .put("key", column.key())
          .put("label", column.label())
          .put("type", name(column.type()));
    }
    ArrayNode rows = json.putArray("rows");
    table.rows().forEach(row -> rows.add(row(table.columns(), row)));
    return json;
  }

  private ObjectNode row(List<Table.Column> columns, Table.Row row) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    row.mark().ifPresent(mark -> json.put("mark", mark));
    ObjectNode values = json.putObject("cells");
    for (int i = 0; i < columns.size(); i++) {
      values.set(columns.get(i).key(), row.cells().get(i).accept(cells));
    }
    return json;
  }

  @Override
  public ObjectNode chart(Chart chart) {
    ObjectNode json = of("chart").put("title", chart.title()).put("summary", chart.summary());
    json.set("x", axis(chart.x()));
    json.set("y", axis(chart.y()));
    ArrayNode series = json.putArray("series");
    for (Chart.Series one : chart.series()) {
      ObjectNode entry =
          series
              .addObject()
              .put("name", one.name())
              .put("shape", name(one.shape()))
              .put("role", name(one.role()));
      ArrayNode points = entry.putArray("points");
      one.points().forEach(point -> point(points.addArray(), point));
    }
    return json;
  }

  private static ObjectNode axis(Chart.Axis axis) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("label", axis.label()).put("unit", name(axis.unit())).put("log", axis.log());
    axis.frame().ifPresent(frame -> json.put("low", frame.low()).put("high", frame.high()));
    if (!axis.categories().isEmpty()) {
      axis.categories().forEach(json.putArray("categories")::add);
    }
    return json;
  }

  private static void point(ArrayNode pair, Chart.Point point) {
    pair.add(point.x());
    if (Double.isFinite(point.y())) {
      pair.add(point.y());
    } else {
      pair.addNull();
    }
  }
}
