package org.hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hone.agent.Environment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TechniquesCommandTest {
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
                Srivastava et al., Dropout: A Simple Way to Prevent Neural Networks from Overfitting, 2014, https://jmlr.org/papers/v15/srivastava14a.html

            """);
  }

  @Test
  void saysWhichAreNotForTheTask() throws IOException {
    String study = new Tables(folder).study("price", Tables.houses());

    assertThat(Cli.hone("techniques", study).out())
        .contains("label-smoothing  [loss]  (not for this task)\n");
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
  }
}
