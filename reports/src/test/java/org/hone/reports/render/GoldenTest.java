package org.hone.reports.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.hone.reports.Examples;
import org.hone.reports.RichStudy;
import org.hone.reports.analysis.Evidence;
import org.hone.reports.section.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Reports as they are known to be right. Write them anew with {@code -Dhone.golden.write=true},
 * then read the diff.
 */
class GoldenTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  static Stream<Arguments> reports() {
    Map<String, Evidence> evidence =
        Map.of(
            "rich", RichStudy.evidence(),
            "empty", Examples.empty(),
            "all-failed", Examples.allFailed());
    return evidence.entrySet().stream()
        .flatMap(
            entry ->
                Stream.of(
                        new HtmlRenderer("/* charts */"),
                        new MarkdownRenderer(),
                        new JsonRenderer())
                    .map(renderer -> Arguments.of(entry.getKey(), renderer, entry.getValue())));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("reports")
  void rendersAsItDid(String name, Renderer renderer, Evidence evidence) throws IOException {
    String extension = renderer.fileName().substring(renderer.fileName().indexOf('.'));
    Path golden = GOLDEN.resolve(name + extension);
    String actual = withoutResources(renderer.render(Document.of(evidence)));
    if (Boolean.getBoolean("hone.golden.write")) {
      Files.createDirectories(GOLDEN);
      Files.writeString(golden, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(golden));
  }

  /** The page without its style sheet and script, which have files of their own. */
  private static String withoutResources(String page) throws IOException {
    String shorter = page;
    for (String resource : new String[] {"report.css", "report.js"}) {
      try (var in = HtmlRenderer.class.getResourceAsStream(resource)) {
        shorter =
            shorter.replace(new String(in.readAllBytes(), "UTF-8"), "/* " + resource + " */\n");
      }
    }
    return shorter;
  }
}
