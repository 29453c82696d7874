package org.hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class DoctorCommandTest {

  @Test
  void saysWhatComputesAndWhatIsInForce() {
    Cli said = Cli.hone("doctor");

    assertThat(said.code()).isZero();
    assertThat(said.err()).isEmpty();
    assertThat(said.out().lines().findFirst().orElseThrow())
        .startsWith("deeplearning4j 1.0.0-M2.1 on ");
    assertThat(said.out())
        .contains("ok    products        by OpenBLAS, kernels ")
        .contains("ok    operations      executed by Hone")
        .contains("ok    layers          plain LSTMs")
        .contains("ok    threads         one per training")
        .contains("ok    memory          watched by Hone: at most ");
  }

  @Test
  void speaksJson() throws IOException {
    JsonNode said = new ObjectMapper().readTree(Cli.hone("doctor", "--json").out());

    assertThat(said.get("engine").asText()).startsWith("deeplearning4j");
    assertThat(said.get("device").asText()).contains("1 thread of ").contains("; cpu (auto: ");
    assertThat(said.get("findings"))
        .hasSize(7)
        .allMatch(finding -> finding.has("subject") && finding.get("active").isBoolean());
  }
}
