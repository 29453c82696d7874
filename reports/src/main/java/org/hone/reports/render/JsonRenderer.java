package org.hone.reports.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.temporal.ChronoUnit;
import org.hone.reports.analysis.Context;
import org.hone.reports.section.Document;
import org.hone.reports.section.Document.Part;

/**
 * The document as data, of schema {@value #SCHEMA} ({@code src/site/report-schema.json}). Figures
 * are raw: proportions as fractions, times in seconds; NaN and the infinities are strings.
 */
public final class JsonRenderer implements Renderer {
  /** Name and version of the form. */
  public static final String SCHEMA = "hone-report/1";

  private static final ObjectWriter WRITER =
      JsonMapper.builder()
          .build()
          .writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

  @Override
  public String fileName() {
    return "report.json";
  }

  @Override
  public String render(Document document) {
    Context context = document.context();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("schema", SCHEMA);
    json.put("title", context.title());
    json.put("metric", context.metric().name());
    json.put("honeVersion", context.making().honeVersion());
    json.put("generated", context.making().generated().truncatedTo(ChronoUnit.SECONDS).toString());
    json.put("verdict", document.verdict().name());
    context.task().forEach(json.putArray("task")::add);
    ArrayNode sections = json.putArray("sections");
    document.parts().forEach(part -> sections.add(section(part)));
    return write(json) + "\n";
  }

  private static ObjectNode section(Part part) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", part.id());
    json.put("title", part.title());
    ArrayNode blocks = json.putArray("blocks");
    part.blocks().forEach(block -> blocks.add(block.accept(new BlockJson())));
    return json;
  }

  static String write(JsonNode json) {
    try {
      return WRITER.writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain nodes can always be written", e);
    }
  }
}
