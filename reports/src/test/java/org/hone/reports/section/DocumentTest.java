package org.hone.reports.section;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hone.reports.Examples;
import org.hone.reports.RichStudy;
import org.hone.reports.TrialBuilder;
import org.hone.reports.analysis.Context;
import org.hone.reports.analysis.Evidence;
import org.hone.reports.analysis.Unit;
import org.hone.reports.section.Document.Part;
import org.hone.search.space.CategoricalDistribution;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Literal;
import org.hone.search.trial.Catalogue;
import org.hone.search.trial.MetricSeries;
import org.hone.search.trial.MetricSeries.Point;
import org.hone.search.trial.TrialDetails;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentTest {
  static Stream<Evidence> edges() {
    return Stream.of(
        RichStudy.evidence(),
        Examples.empty(),
        Examples.allFailed(),
        Examples.searched(TrialBuilder.trial(0).score(0.5).build()),
        Examples.searched(TrialBuilder.trial(0).baseline().score(0.5).build()),
        Examples.searched(TrialBuilder.trial(0).state(TrialState.WAITING).build()),
        Examples.searched(TrialBuilder.trial(0).baseline().score(Double.POSITIVE_INFINITY).build()),
        Examples.searched(
            Map.of(0, readings(Double.NaN, Double.POSITIVE_INFINITY, -1)),
            TrialBuilder.trial(0).baseline().score(0.5).build()),
        Examples.searched(
            Map.of(0, readings(Double.NaN, Double.NaN)),
            TrialBuilder.trial(0).baseline().score(0.5).build()),
        Examples.confirmed(new double[] {0.8, 0.81, 0.79}, new double[] {}),
        Examples.confirmed(
            Examples.run(0, Evidence.BASELINE, 1).failed("diverged").build(),
            Examples.run(1, Evidence.BEST, 1).state(TrialState.RUNNING).build()));
  }

  private static TrialDetails readings(double... values) {
    List<MetricSeries.Point> points = new ArrayList<>();
    for (double value : values) {
      points.add(new MetricSeries.Point(points.size() + 1, value));
    }
    return new TrialDetails(
        Optional.empty(),
        List.of(
            new MetricSeries("hone.step.gradient.norm", points),
            new MetricSeries("hone.trial.loss.train", points),
            new MetricSeries("hone.trial.nothing", List.of())));
  }

  @ParameterizedTest
  @MethodSource("edges")
  void hasSomethingToSayInEverySection(Evidence evidence) {
    Document document = Document.of(evidence);
    assertThat(document.parts())
        .extracting(Part::id)
        .containsExactly(
            "summary",
            "confirmation",
            "recipe",
            "techniques",
            "diagnosis",
            "curves",
            "history",
            "trials",
            "making");
    assertThat(document.parts()).allMatch(part -> !part.blocks().isEmpty());
    assertThat(Document.of(evidence)).isEqualTo(document);
  }

  private static List<Block> blocks(Evidence evidence, String section) {
    return Document.of(evidence).parts().stream()
        .filter(part -> part.id().equals(section))
        .findFirst()
        .orElseThrow()
        .blocks();
  }

  private static String words(Evidence evidence, String section) {
    return blocks(evidence, section).toString();
  }

  @Test
  void framesTheHistoryWhenATrialIsFarOut() {
    TrialRecord[] trials = new TrialRecord[12];
    for (int i = 0; i < trials.length; i++) {
      trials[i] = TrialBuilder.trial(i).score(i == 5 ? -1e9 : 0.8 + 0.001 * i).build();
    }
    Chart chart = (Chart) blocks(Examples.searched(trials), "history").get(0);
    assertThat(chart.summary()).endsWith("1 score far out of the frame.");
    assertThat(chart.y().frame().orElseThrow().low()).isBetween(0.7, 0.8);
  }

  @Test
  void framesNothingThatIsClose() {
    assertThat(Frame.around(List.of(1.0, 2.0, 100.0), List.of())).isEmpty();
    assertThat(Frame.around(List.of(1.0, 2.0, 3.0, 4.0, 5.0), List.of())).isEmpty();
    assertThat(Frame.around(List.of(1.0, 1.0, 1.0, 1.0, 9.0), List.of())).isEmpty();
    assertThat(Frame.around(List.of(1.0, 2.0, 3.0, 4.0, 99.0), List.of(99.0))).isEmpty();
    assertThat(Frame.around(List.of(1.0, 2.0, 3.0, 4.0, 99.0), List.of()))
        .contains(new Frame(1 - 0.15, 4 + 0.15));
  }

  @Test
  void drawsWideCurvesOnALogarithmicScale() {
    Evidence evidence =
        Examples.searched(
            Map.of(0, readings(1000, 1, 0.5)), TrialBuilder.trial(0).baseline().score(0.5).build());
    assertThat(((Chart) blocks(evidence, "curves").get(0)).y().log()).isTrue();
    assertThat(((Chart) blocks(evidence, "curves").get(1)).title()).isEqualTo("Gradient norm");
    Evidence negative =
        Examples.searched(
            Map.of(0, readings(1000, -1)), TrialBuilder.trial(0).baseline().score(0.5).build());
    assertThat(((Chart) blocks(negative, "curves").get(0)).y().log()).isFalse();
  }

  @Test
  void namesReadingsLeftOut() {
    Evidence evidence =
        Examples.searched(
            Map.of(0, readings(Double.NaN, 2, 1)),
            TrialBuilder.trial(0).baseline().score(0.5).build());
    assertThat(((Chart) blocks(evidence, "curves").get(0)).summary())
        .isEqualTo("Baseline, training 2.000 to 1.000 (1 reading not finite, left out).");
  }

  @Test
  void tellsTheFateOfEveryRun() {
    Evidence evidence =
        Examples.confirmed(
            Examples.run(0, Evidence.BASELINE, 1).failed("out of memory").build(),
            Examples.run(1, Evidence.BEST, 1).score(Double.NEGATIVE_INFINITY).build(),
            Examples.run(2, Evidence.BEST, 2).state(TrialState.RUNNING).build());
    assertThat(words(evidence, "confirmation"))
        .contains("fail: out of memory", "score not finite", "running", "not run")
        .contains("Fewer than two seeds");
  }

  @Test
  void listsParametersThatBelongToNoTechnique() {
    Catalogue catalogue =
        new Catalogue(
            List.of(
                new Catalogue.Entry(
                    "mixup",
                    "batches",
                    "1",
                    "source",
                    new Literal("mixup", Set.of(1.0)),
                    List.of("mixup.alpha", "mix", "mixup"))));
    TrialRecord best =
        TrialBuilder.trial(0)
            .flag("mixup", true)
            .with("mixup.alpha", FloatDistribution.of(0, 1), 0.25)
            .with("mix", FloatDistribution.log(1e-9, 1), 1e-7)
            .with("updater", CategoricalDistribution.of("adam", "sgd"), "adam")
            .score(1)
            .build();
    Settings settings = new Settings(best.parameters());
    assertThat(settings.of(catalogue.techniques().get(0)))
        .isEqualTo("alpha 0.25, mix 1e−7, mixup true");
    assertThat(settings.others(catalogue)).containsExactly("updater");
    assertThat(settings.value("updater")).isEqualTo("adam");
  }

  @Test
  void takesTheRecipeFromTheProvenanceIfNobodyTellsIt() {
    Evidence rich = RichStudy.evidence();
    Evidence untold =
        new Evidence(
            new Context("t", rich.context().metric(), List.of(), Optional.empty(), Examples.MAKING),
            rich.search(),
            rich.confirmation());
    assertThat(words(untold, "recipe")).contains("recipe of the provenance");
    assertThat(words(rich, "recipe")).contains("mixup(alpha=0.31)");
  }

  @Test
  void saysWhatHelpedInTheSearchAndWhatDidNot() {
    assertThat(words(RichStudy.evidence(400), "techniques"))
        .contains("mark=Optional[better]", "mark=Optional[worse]");
    assertThat(words(RichStudy.evidence(400), "summary")).contains("trials with mixup, ");
    assertThat(words(RichStudy.evidence(6), "summary")).contains("no technique stood out");
  }

  @Test
  void namesNoTechniqueIfTheBaselineIsBest() {
    assertThat(words(RichStudy.evidence(1), "summary"))
        .contains("The best recipe uses none of the 14 techniques on offer.");
  }

  @Test
  void findsNothingToBlameInAHealthyTraining() {
    double[] healthy = new double[20];
    for (int i = 0; i < healthy.length; i++) {
      healthy[i] = 0.3 + Math.exp(-i / 4.0);
    }
    List<MetricSeries> series =
        Stream.of("hone.trial.loss.train", "hone.trial.loss.validation")
            .map(name -> new MetricSeries(name, readings(healthy).series().get(0).points()))
            .toList();
    Evidence evidence =
        Examples.searched(
            Map.of(0, new TrialDetails(Optional.empty(), series)),
            TrialBuilder.trial(0).baseline().score(0.5).build());
    assertThat(words(evidence, "diagnosis")).contains("Nothing stands out: over 20 epochs");
  }

  @Test
  void refusesRaggedTables() {
    assertThatThrownBy(
            () ->
                new Table(
                    "t",
                    List.of(Table.Column.text("a", "A")),
                    List.of(Table.Row.of(new Cell.Empty(), new Cell.Empty())),
                    false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("table 't' has 1 columns, but a row has 2 cells");
  }

  @Test
  void marksBestAndBaseline() {
    Table table =
        (Table)
            blocks(
                    Examples.searched(
                        TrialBuilder.trial(0).baseline().score(0.5).build(),
                        TrialBuilder.trial(1).reported(3, 0.5).score(0.6).build(),
                        TrialBuilder.trial(2).score(0.4).build()),
                    "trials")
                .get(0);
    assertThat(table.rows())
        .extracting(Table.Row::mark)
        .containsExactly(Optional.of("baseline"), Optional.of("best"), Optional.empty());
    assertThat(table.rows().get(1).cells().get(3)).isEqualTo(new Cell.Figure(3, Unit.COUNT));
  }

  @Test
  void aScoreThatIsNoneOfItsCurvesIsExplained() {
    String explained = "The best recipe's score is none of its curve's";

    assertThat(curves(0.5, 0.9)).contains(explained);
    assertThat(curves(0.5, 0.85)).doesNotContain(explained);
  }

  /** What is said under the curves of a best trial that scores 0.85. */
  private static String curves(double first, double last) {
    List<Point> points = List.of(new Point(1, first), new Point(2, last));
    TrialDetails details =
        new TrialDetails(
            Optional.empty(), List.of(new MetricSeries("hone.trial.score.validation", points)));
    Evidence evidence =
        Examples.searched(
            Map.of(1, details),
            TrialBuilder.trial(0).baseline().score(0.8).build(),
            TrialBuilder.trial(1).score(0.85).build());
    return new CurvesSection().blocks(evidence).toString();
  }
}
