package org.hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetricsCommandTest {
  @Test
  void listsMetricsAndCosts() {
    Cli listed = Cli.hone("metrics");

    assertThat(listed.code()).isZero();
    assertThat(listed.out().lines().map(line -> line.replaceAll(" +", " ").strip()))
        .startsWith("metric direction of")
        .contains(
            "balanced-accuracy maximize classification",
            "rmse minimize regression",
            "inference-time minimize cost, s",
            "model-size minimize cost, bytes");
  }

  @Test
  void speaksJson() throws IOException {
    JsonNode metrics =
        new ObjectMapper().readTree(Cli.hone("metrics", "--json").out()).get("metrics");

    List<String> ids = new ArrayList<>();
    metrics.forEach(one -> ids.add(one.get("id").asText()));
    assertThat(ids).contains("accuracy", "auc", "macro-f1", "parameters").doesNotHaveDuplicates();
    JsonNode accuracy = metrics.get(ids.indexOf("accuracy"));
    assertThat(accuracy.get("direction").asText()).isEqualTo("maximize");
    assertThat(accuracy.get("of").get(0).asText()).isEqualTo("classification");
  }
}
