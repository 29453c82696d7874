package org.hone.reports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hone.reports.analysis.Evidence;
import org.hone.reports.recommendation.Recommendation;
import org.hone.reports.render.HtmlRenderer;
import org.hone.reports.render.JsonRenderer;
import org.hone.reports.render.MarkdownRenderer;
import org.hone.reports.render.Renderer;
import org.hone.reports.section.Document;

/**
 * The report on a study: one document in three forms. The same evidence always gives the same
 * bytes.
 */
public final class Report {
  private final Recommendation recommendation;
  private final Document document;

  private Report(Evidence evidence) {
    this.recommendation = Recommendation.of(evidence);
    this.document = Document.of(evidence);
  }

  /** The report that the evidence gives. */
  public static Report of(Evidence evidence) {
    return new Report(evidence);
  }

  /** The verdict with its reasons, for whoever reads no further. */
  public Recommendation recommendation() {
    return recommendation;
  }

  /** The report as one self-contained page. */
  public String html() {
    return new HtmlRenderer().render(document);
  }

  /** The report as Markdown. */
  public String markdown() {
    return new MarkdownRenderer().render(document);
  }

  /** The report as JSON of schema {@value org.hone.reports.render.JsonRenderer#SCHEMA}. */
  public String json() {
    return new JsonRenderer().render(document);
  }

  /**
   * Writes {@code report.html}, {@code report.md} and {@code report.json}, replacing older ones.
   *
   * @param directory is created if it is missing
   * @return the files written
   */
  public List<Path> write(Path directory) throws IOException {
    Files.createDirectories(directory);
    List<Path> written = new ArrayList<>();
    for (Renderer renderer :
        List.of(new HtmlRenderer(), new MarkdownRenderer(), new JsonRenderer())) {
      Path file = directory.resolve(renderer.fileName());
      written.add(Files.writeString(file, renderer.render(document)));
    }
    return written;
  }
}
