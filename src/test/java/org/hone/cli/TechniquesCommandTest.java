package org.hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hone.agent.Environment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TechniquesCommandTest {
  private static final Path ROOT =
      Path.of("").toAbsolutePath().endsWith("src") ? Path.of("..") : Path.of("");

  @TempDir Path folder;

  @Test
  void listsThemWithStrengthsAndSources() {
    Cli listed = Cli.hone("techniques");

    assertThat(listed.code()).isZero();
    assertThat(listed.err()).isEmpty();
    assertThat(listed.out())
        .contains(
            """
            dropout  [dropout]
                Silences hidden units at random while training, so that none relies on particular others.
                rate             float 0.0..0.8 (default 0.5)
                shape            brick | funnel | long-funnel | diamond | hexagon | triangle | stairs (default brick)
                for table, image, sequence, text
                Srivastava et al., Dropout: A Simple Way to Prevent Neural Networks from Overfitting, 2014, https://jmlr.org/papers/v15/srivastava14a.html
                from Hone""")
        .doesNotContain("(not for this task)");
  }

  @Test
  void saysWhichAreNotForTheTask() throws IOException {
    String study = new Tables(folder).study("price", Tables.houses());

    assertThat(Cli.hone("techniques", study).out())
        .contains("label-smoothing  [loss]  (not for this task)\n");
  }

  @ParameterizedTest
  @CsvSource({
    "table, swap-noise, flip",
    "image, flip, swap-noise",
    "sequence, adam, flip",
    "text, token-deletion, flip"
  })
  void listsThoseOfAKindOfTask(String kind, String in, String out) {
    assertThat(Cli.hone("techniques", "--task", kind).out())
        .contains("\n" + in + "  [")
        .doesNotContain("\n" + out + "  [", "(not for this task)");
  }

  @Test
  void anUnknownKindIsAMistake() {
    assertThat(Cli.hone("techniques", "--task", "sound"))
        .isEqualTo(
            new Cli(
                2,
                "",
                "hone: --task: 'sound' is no kind of rows; allowed: table, image, sequence, text\n"));
  }

  @Test
  void aStudyHasATaskOfItsOwn() throws IOException {
    String study = new Tables(folder).study("price", Tables.houses());

    Cli refused = Cli.hone("techniques", study, "--task", "table");

    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("allowed: one of STUDY, --task and --markdown");
  }

  @Test
  void speaksJson() throws IOException {
    Cli listed = Cli.hone("techniques", "--json");

    JsonNode techniques = new ObjectMapper().readTree(listed.out()).get("techniques");
    List<String> ids = new ArrayList<>();
    techniques.forEach(one -> ids.add(one.get("id").asText()));
    assertThat(ids)
        .containsExactlyElementsOf(Environment.discover().techniques().ids())
        .contains("adam", "early-stopping");
    JsonNode adam = techniques.get(ids.indexOf("adam"));
    assertThat(adam.get("slot").asText()).isEqualTo("optimizer");
    assertThat(adam.get("exclusive").asBoolean()).isTrue();
    assertThat(adam.get("applies").asBoolean()).isTrue();
    assertThat(adam.get("summary").asText()).endsWith(".");
    assertThat(adam.get("source").asText()).contains("https://");
    assertThat(adam.get("parameters").get(0).get("name").asText()).isEqualTo("learning-rate");
    assertThat(adam.get("parameters").get(0).get("default").asDouble()).isEqualTo(1e-3);
    assertThat(adam.get("tasks")).hasSize(4);
    assertThat(adam.get("provider").get("name").asText()).isEqualTo("Hone");
    JsonNode smoothing = techniques.get(ids.indexOf("label-smoothing"));
    assertThat(smoothing.get("tasks").get(0).asText()).isEqualTo("table (classification)");
  }

  /** If this fails, {@code ./hone techniques --markdown src/site/techniques} mends it. */
  @Test
  void thePagesOfTheDocumentsAreWrittenFromTheTechniques() throws IOException {
    assertThat(Cli.hone("techniques", "--markdown", folder.toString()))
        .isEqualTo(new Cli(0, "", ""));

    assertThat(pages(ROOT.resolve("src/site/techniques")))
        .as(
            "pages of src/site/techniques; './hone techniques --markdown src/site/techniques' writes them anew")
        .isEqualTo(pages(folder))
        .containsKeys("README.md", "optimizer.md");
  }

  private static Map<String, String> pages(Path folder) throws IOException {
    Map<String, String> pages = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        pages.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return pages;
  }
}
