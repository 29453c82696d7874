package org.hone.reports.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.hone.reports.Examples;
import org.hone.reports.RichStudy;
import org.hone.reports.TrialBuilder;
import org.hone.reports.analysis.Evidence;
import org.hone.reports.analysis.Unit;
import org.hone.reports.section.Cell;
import org.hone.reports.section.Document;
import org.hone.search.trial.TrialState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonRendererTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  static Stream<Evidence> evidence() {
    return Stream.of(
        RichStudy.evidence(),
        Examples.empty(),
        Examples.allFailed(),
        Examples.searched(
            TrialBuilder.trial(0).baseline().score(Double.NEGATIVE_INFINITY).build(),
            TrialBuilder.trial(1).state(TrialState.PRUNED).score(0.5).build()));
  }

  @ParameterizedTest
  @MethodSource("evidence")
  void followsItsSchema(Evidence evidence) throws IOException {
    JsonNode report = JSON.readTree(new JsonRenderer().render(Document.of(evidence)));
    assertThat(schema().validate(report)).isEmpty();
  }

  @Test
  void isNotJudgedByASchemaThatAllowsEverything() throws IOException {
    JsonNode report = JSON.readTree(new JsonRenderer().render(Document.of(RichStudy.evidence())));
    String broken = report.toString().replace("\"paragraph\"", "\"poem\"");
    assertThat(schema().validate(JSON.readTree(broken))).isNotEmpty();
  }

  private static JsonSchema schema() throws IOException {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(Files.readString(Path.of("../src/site/report-schema.json")));
  }

  @Test
  void givesFiguresRaw() throws IOException {
    JsonNode report = JSON.readTree(new JsonRenderer().render(Document.of(RichStudy.evidence())));
    assertThat(report.at("/schema").asText()).isEqualTo("hone-report/1");
    assertThat(report.at("/verdict").asText()).isEqualTo("ADOPT");
    JsonNode seed = report.at("/sections/1/blocks/3/rows/0/cells");
    assertThat(seed.get("baseline").doubleValue()).isEqualTo(0.8407);
    JsonNode trial = report.at("/sections/7/blocks/0/rows/0");
    assertThat(trial.get("mark").asText()).isEqualTo("baseline");
    assertThat(trial.at("/cells/trial").isIntegralNumber()).isTrue();
  }

  @Test
  void namesWhatJsonHasNoNumberFor() {
    CellJson cells = new CellJson();
    assertThat(new Cell.Figure(Double.NaN, Unit.NUMBER).accept(cells).asText()).isEqualTo("NaN");
    assertThat(new Cell.Figure(Double.NEGATIVE_INFINITY, Unit.NUMBER).accept(cells).asText())
        .isEqualTo("-Infinity");
    assertThat(new Cell.Empty().accept(cells).isNull()).isTrue();
  }
}
