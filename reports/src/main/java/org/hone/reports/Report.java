package org.hone.reports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hone.reports.analysis.Evidence;

/**
 * The report on a study: one document in three forms. The same evidence always gives the same bytes.
 */
public final class Report {
  private final Evidence evidence;

  private Report(Evidence evidence) {
    this.evidence = evidence;
  }

  /** The report that the evidence gives. */
  public static Report of(Evidence evidence) {
    return new Report(evidence);
  }

  /** The report as one self-contained page. */
  public String html() {
    return evidence.context().title();
  }

  /** The report as Markdown. */
  public String markdown() {
    return evidence.context().title();
  }

  /** The report as JSON of schema {@code hone-report/1}. */
  public String json() {
    return "{}";
  }

  /**
   * Writes {@code report.html}, {@code report.md} and {@code report.json}, replacing older ones.
   *
   * @param directory is created if it is missing
   * @return the files written
   */
  public List<Path> write(Path directory) throws IOException {
    Files.createDirectories(directory);
    return List.of(
        Files.writeString(directory.resolve("report.html"), html(), StandardCharsets.UTF_8),
        Files.writeString(directory.resolve("report.md"), markdown(), StandardCharsets.UTF_8),
        Files.writeString(directory.resolve("report.json"), json(), StandardCharsets.UTF_8));
  }
}
