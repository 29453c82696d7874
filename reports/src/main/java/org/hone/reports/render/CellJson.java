package org.hone.reports.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.hone.reports.analysis.Interval;
import org.hone.reports.analysis.Unit;
import org.hone.reports.section.Cell;

/** Each kind of cell as a JSON value. */
final class CellJson implements Cell.Visitor<JsonNode> {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  @Override
  public JsonNode empty() {
    return JSON.nullNode();
  }

  @Override
  public JsonNode text(Cell.Text text) {
    return JSON.textNode(text.text());
  }

  @Override
  public JsonNode figure(Cell.Figure figure) {
    double value = figure.value();
    if (!Double.isFinite(value)) {
      return JSON.textNode(String.valueOf(value));
    }
    return figure.unit() == Unit.COUNT
        ? JSON.numberNode(Math.round(value))
        : JSON.numberNode(value);
  }

  @Override
  public JsonNode range(Cell.Range range) {
    Interval interval = range.interval();
    return JSON.objectNode()
        .put("estimate", interval.estimate())
        .put("low", interval.low())
        .put("high", interval.high());
  }

  @Override
  public JsonNode tags(Cell.Tags tags) {
    ArrayNode names = JSON.arrayNode();
    tags.names().forEach(names::add);
    return names;
  }
}
