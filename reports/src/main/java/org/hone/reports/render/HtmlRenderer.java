package org.hone.reports.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import org.hone.reports.analysis.Context;
import org.hone.reports.section.Document;
import org.hone.reports.section.Document.Part;

/**
 * The document as one self-contained page: style, charts and figures are in it, and nothing is ever
 * fetched. It reads without scripts too; charts then are tables.
 */
public final class HtmlRenderer implements Renderer {
  private static final String ECHARTS = "/org/hone/reports/echarts/echarts.min.js";

  private final String echarts;

  /** A renderer of pages that draw with ECharts. */
  public HtmlRenderer() {
    this(resource(ECHARTS));
  }

  HtmlRenderer(String echarts) {
    this.echarts = echarts;
  }

  @Override
  public String fileName() {
    return "report.html";
  }

  @Override
  public String render(Document document) {
    return "<!doctype html>\n<html lang=\"en\">\n"
        + head(document)
        + "<body>\n"
        + header(document)
        + "<div class=\"page\">\n"
        + contents(document)
        + "<main>\n"
        + document.parts().stream().map(HtmlRenderer::section).collect(Collectors.joining())
        + "</main>\n</div>\n"
        + footer(document)
        + "<script>"
        + echarts
        + "</script>\n<script>\n"
        + resource("report.js")
        + "</script>\n</body>\n</html>\n";
  }

  private static String head(Document document) {
    return """
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
        style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
        """
        + "<title>"
        + Html.text(document.context().title())
        + "</title>\n<style>\n"
        + resource("report.css")
        + "</style>\n</head>\n";
  }

  private static String header(Document document) {
    Context context = document.context();
    String task =
        context.task().stream()
            .map(line -> "<li>" + Html.prose(line) + "</li>\n")
            .collect(Collectors.joining());
    return "<header>\n<p class=\"kind\">Hone report</p>\n<h1>"
        + Html.text(context.title())
        + "</h1>\n"
        + (task.isEmpty() ? "" : "<ul class=\"task\">\n" + task + "</ul>\n")
        + "</header>\n";
  }

  private static String contents(Document document) {
    return "<nav aria-label=\"Contents\">\n<ol>\n"
        + document.parts().stream()
            .map(
                part ->
                    "<li><a href=\"#%s\">%s</a></li>\n"
                        .formatted(Html.text(part.id()), Html.text(part.title())))
            .collect(Collectors.joining())
        + "</ol>\n</nav>\n";
  }

  private static String section(Part part) {
    String id = Html.text(part.id());
    String blocks =
        part.blocks().stream()
            .map(block -> block.accept(new HtmlBlocks()))
            .collect(Collectors.joining());
    return "<section id=\"%s\" aria-labelledby=\"%s-title\">\n<h2 id=\"%s-title\">%s</h2>\n"
            .formatted(id, id, id, Html.text(part.title()))
        + blocks
        + "</section>\n";
  }

  private static String footer(Document document) {
    Context context = document.context();
    return """
        <footer>
        <p>Made by Hone %s at %s. The same evidence always gives this same page.</p>
        </footer>
        """
        .formatted(
            Html.text(context.making().honeVersion()),
            context.making().generated().truncatedTo(ChronoUnit.SECONDS));
  }

  private static String resource(String name) {
    try (InputStream in = HtmlRenderer.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("hone-reports was built without its resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the resource " + name, e);
    }
  }
}
