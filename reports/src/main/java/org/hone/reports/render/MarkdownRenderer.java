package org.hone.reports.render;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.hone.reports.analysis.Context;
import org.hone.reports.section.Document;
import org.hone.reports.section.Document.Part;

/** The document as GitHub-flavoured Markdown; charts become small tables with a trend. */
public final class MarkdownRenderer implements Renderer {
  @Override
  public String fileName() {
    return "report.md";
  }

  @Override
  public String render(Document document) {
    Context context = document.context();
    List<String> pieces = new ArrayList<>();
    pieces.add("# " + Markdown.line(context.title()));
    if (!context.task().isEmpty()) {
      pieces.add(
          String.join(
              "\n", context.task().stream().map(line -> "- " + Markdown.line(line)).toList()));
    }
    pieces.add(
        "Verdict: **%s**. Made by Hone %s at %s."
            .formatted(
                document.verdict().label(),
                Markdown.text(context.making().honeVersion()),
                context.making().generated().truncatedTo(ChronoUnit.SECONDS)));
    document.parts().forEach(part -> pieces.addAll(section(part)));
    return String.join("\n\n", pieces) + "\n";
  }

  private static List<String> section(Part part) {
    List<String> pieces = new ArrayList<>();
    pieces.add("## " + Markdown.line(part.title()));
    part.blocks().forEach(block -> pieces.add(block.accept(new MarkdownBlocks())));
    return pieces;
  }
}
