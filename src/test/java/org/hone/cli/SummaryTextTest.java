package org.hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hone.agent.TuningSummary;
import org.hone.agent.fake.FakeTechnique;
import org.hone.agent.fake.Rehearsal;
import org.hone.agent.fake.Watch;
import org.hone.api.technique.Slot;
import org.hone.search.space.CategoricalDistribution.Nothing;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.SearchSpace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummaryTextTest {
  private static final FakeTechnique BROKEN =
      FakeTechnique.of("broken", Slot.GRADIENT).gaining(values -> Double.NaN);

  @TempDir Path folder;

  private List<String> lines(TuningSummary summary) {
    return new SummaryText(summary)
        .lines().stream().map(line -> line.replace(folder.toString(), "FOLDER")).toList();
  }

  @Test
  void tellsBaselineBestAndWhatHelped() throws IOException {
    FakeTechnique pull =
        FakeTechnique.of("pull", Slot.GRADIENT)
            .with(SearchSpace.of(Parameter.of("weight", FloatDistribution.of(0, 0.1), 0.1)))
            .gaining(values -> -values.number("weight"));
    TuningSummary summary =
        Rehearsal.in(folder)
            .with(Rehearsal.LIFT, pull)
            .tune("study.trials=20", "study.sampler=random", "study.pruner=nop");

    List<String> lines = lines(summary);
    assertThat(lines.get(1)).matches(" +validation +test");
    assertThat(lines.get(2))
        .matches("baseline +49\\.\\d\\d% +49\\.\\d\\d% \\(3 seeds\\), 95% interval .*");
    assertThat(lines.get(3))
        .matches("best, trial \\d+ +\\d\\d\\.\\d\\d% +\\d\\d\\.\\d\\d% \\(3 seeds\\), .*");
    assertThat(lines.get(5)).isEqualTo("Adopt the best recipe.");
    assertThat(lines.get(6)).startsWith("On test data the best recipe's mean accuracy is ");
    assertThat(lines.get(8))
        .matches("The best recipe uses +as seen +95% interval +trials +strength");
    assertThat(lines.get(9))
        .matches(
            "  lift +\\+\\d+\\.\\d\\d points +\\*? +\\S+ to \\S+ points +\\d+ against \\d+ +amount"
                + " 0\\.\\d+");
    assertThat(lines.subList(10, 15))
        .containsExactly(
            "As seen: trials with it against trials without, the baseline among these, where",
            "there are three or more of both; * more than chance explains.",
            "",
            "report  FOLDER/out/report.html",
            "best    FOLDER/out/best");
  }

  @Test
  void ofFewTrialsNothingIsSeen() throws IOException {
    List<String> lines = lines(Rehearsal.in(folder).tune("study.trials=2"));

    assertThat(lines)
        .anyMatch(line -> line.matches("The best recipe uses +strength"))
        .contains("Too few trials with and without each of them to see what helped.")
        .noneMatch(line -> line.contains("as seen"));
  }

  @Test
  void saysThatTheBaselineWasNotSurpassed() throws IOException {
    List<String> lines = lines(Rehearsal.in(folder).with(Rehearsal.DRAG).tune("study.trials=2"));

    assertThat(lines)
        .anyMatch(
            line ->
                line.startsWith(
                    "No trial of the search had a better validation accuracy than the baseline's"));
  }

  @Test
  void ofSeveralObjectivesItListsTheFrontWithUnits() throws IOException {
    List<String> lines =
        lines(Rehearsal.in(folder).tune("objectives=[accuracy, training-time]", "study.trials=2"));

    assertThat(lines)
        .anyMatch(line -> line.matches("Pareto front +accuracy +training-time +techniques"))
        .anyMatch(line -> line.matches(" {2}trial \\d +\\d\\d\\.\\d\\d% +0\\.\\d\\d s.*"));
  }

  @Test
  void whenNothingButTheBaselineHasAScoreThereIsOneRow() throws IOException {
    List<String> lines =
        lines(Rehearsal.in(folder).with(BROKEN).tune("study.trials=2", "confirmation.seeds=1"));

    assertThat(lines.get(2))
        .matches(
            "baseline +\\d\\d\\.\\d\\d% +\\d\\d\\.\\d\\d% \\(1 seed\\), no interval: fewer than 3"
                + " seeds");

    assertThat(lines).noneMatch(line -> line.startsWith("best, trial"));
    assertThat(lines).contains("No technique helped.", "best    FOLDER/out/best");
  }

  @Test
  void whenNothingButTheBaselineRanNothingIsSaidOfTechniques() throws IOException {
    TuningSummary summary = Rehearsal.in(folder).tune("study.trials=1", "confirmation.seeds=1");

    assertThat(lines(summary)).doesNotContain("No technique helped.");
    assertThat(
            lines(
                new TuningSummary(
                    summary.evidence(),
                    summary.recommendation(),
                    summary.folder(),
                    Optional.of("the search ended at study.timeout (1s), after 1 of 9 trials"),
                    false)))
        .contains(
            "The search ended at study.timeout (1s), after 1 of 9 trials; the same command goes on"
                + " from here.");
  }

  @Test
  void whenItWasStoppedThereIsNoVerdict() throws IOException {
    Watch watch = new Watch("epoch 2/3");
    TuningSummary summary = Rehearsal.in(folder).tune(watch, watch);

    assertThat(lines(summary))
        .contains(
            "baseline  not measured  not measured",
            "Stopped before the end; the same command goes on from here.")
        .last()
        .isEqualTo("report  FOLDER/out/report.html");
    JsonNode json = new ObjectMapper().readTree(SummaryJson.of(summary));
    assertThat(json.get("interrupted").asBoolean()).isTrue();
    assertThat(json.has("baseline")).isFalse();
    assertThat(json.has("best")).isFalse();
  }

  @Test
  void whenEverythingFailedThereIsNoBest() throws IOException {
    TuningSummary summary =
        Rehearsal.in(folder).with(BROKEN).tune("techniques={broken: on}", "study.trials=2");

    assertThat(lines(summary))
        .contains("baseline  failed      not measured", "No trial of the search has a score.")
        .last()
        .isEqualTo("report  FOLDER/out/report.html");
    JsonNode json = new ObjectMapper().readTree(SummaryJson.of(summary));
    assertThat(json.get("baseline").has("validationScore")).isFalse();
  }

  @Test
  void theChoiceOfNothingIsJsonsNull() throws IOException {
    String json = JsonText.of(Map.of("wand", Nothing.NOTHING, "level", Double.NaN));

    JsonNode read = new ObjectMapper().readTree(json);
    assertThat(read.get("wand").isNull()).isTrue();
    assertThat(read.get("level").asText()).isEqualTo("NaN");
  }
}
