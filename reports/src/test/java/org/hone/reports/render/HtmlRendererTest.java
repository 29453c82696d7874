package org.hone.reports.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.hone.reports.Examples;
import org.hone.reports.RichStudy;
import org.hone.reports.TrialBuilder;
import org.hone.reports.analysis.Context;
import org.hone.reports.analysis.Evidence;
import org.hone.reports.analysis.Interval;
import org.hone.reports.analysis.Making;
import org.hone.reports.analysis.Metric;
import org.hone.reports.analysis.StudyEvidence;
import org.hone.reports.analysis.Unit;
import org.hone.reports.section.Cell;
import org.hone.reports.section.Document;
import org.hone.reports.section.Tone;
import org.hone.search.space.CategoricalDistribution;
import org.hone.search.space.Direction;
import org.hone.search.space.Literal;
import org.hone.search.trial.Catalogue;
import org.hone.search.trial.MetricSeries;
import org.hone.search.trial.Provenance;
import org.hone.search.trial.TrialDetails;
import org.hone.search.trial.TrialRecord;
import org.junit.jupiter.api.Test;

class HtmlRendererTest {
  private static final String EVIL = "</script><img src=x onerror=\"alert('1')\">&\u2028";

  /** Every text that can come from outside is hostile. */
  private static Evidence hostile() {
    Catalogue catalogue =
        new Catalogue(
            List.of(
                new Catalogue.Entry(
                    EVIL, EVIL, EVIL, EVIL, new Literal("on", Set.of(1.0)), List.of(EVIL))));
    TrialRecord baseline = TrialBuilder.trial(0).baseline().flag("on", false).score(0.5).build();
    TrialRecord best =
        TrialBuilder.trial(1)
            .flag("on", true)
            .with(EVIL, CategoricalDistribution.of(EVIL), EVIL)
            .with("other" + EVIL, CategoricalDistribution.of(EVIL), EVIL)
            .score(0.9)
            .build();
    TrialRecord failed = TrialBuilder.trial(2).failed(EVIL).build();
    TrialDetails details =
        new TrialDetails(
            Optional.of(
                new Provenance(1, EVIL, EVIL, Map.of(EVIL, EVIL), EVIL, EVIL, Map.of(EVIL, EVIL))),
            List.of(new MetricSeries(EVIL, List.of(new MetricSeries.Point(1, 0.5)))));
    CategoricalDistribution seeds = CategoricalDistribution.of(EVIL);
    TrialRecord run =
        TrialBuilder.trial(0)
            .with("recipe", CategoricalDistribution.of("best"), "best")
            .with("seed", seeds, EVIL)
            .failed(EVIL)
            .build();
    Context context =
        new Context(
            EVIL,
            Metric.named(EVIL),
            List.of(EVIL),
            Optional.of(EVIL),
            new Making(
                EVIL, Examples.MAKING.generated(), EVIL, OptionalLong.empty(), List.of(EVIL)));
    StudyEvidence search = Examples.study(Direction.MAXIMIZE, catalogue, baseline, best, failed);
    return new Evidence(
        context,
        new StudyEvidence(search.snapshot(), Map.of(0, details, 1, details)),
        Optional.of(Examples.study(run)));
  }

  @Test
  void escapesWhateverComesFromOutside() {
    String page = new HtmlRenderer("").render(Document.of(hostile()));
    assertThat(page).doesNotContain("<img");
    assertThat(Pattern.compile("</script>").matcher(page).results().count())
        .isEqualTo(Pattern.compile("<script").matcher(page).results().count());
    for (String data : page.split("<script type=\"application/json\">", -1)) {
      assertThat(data.split("</script>", -1)[0]).doesNotContain("onerror=\"");
    }
    assertThat(new MarkdownRenderer().render(Document.of(hostile()))).doesNotContain("\n<img");
  }

  @Test
  void fetchesNothing() {
    String page = new HtmlRenderer("").render(Document.of(RichStudy.evidence()));
    assertThat(page).contains("default-src 'none'");
    assertThat(page).doesNotContainPattern("<(link|img|iframe|object|embed)\\b");
    assertThat(page).doesNotContainPattern("(src|@import|url\\()=?\\s*[\"'(]?https?:");
  }

  @Test
  void canBeReadByMachinesThatReadAloud() {
    String page = new HtmlRenderer("").render(Document.of(RichStudy.evidence()));
    assertThat(page).contains("<html lang=\"en\">", "<th scope=\"col\"", "<th scope=\"row\"");
    assertThat(Pattern.compile("class=\"plot\" role=\"img\" aria-label=\"[^\"]+\"").matcher(page))
        .matches(matcher -> matcher.results().count() == 6, "every chart has words");
    assertThat(Pattern.compile("<summary>In figures</summary>").matcher(page).results().count())
        .isEqualTo(6);
  }

  @Test
  void letsLongTablesScroll() {
    String page = new HtmlRenderer("").render(Document.of(RichStudy.evidence(60)));
    assertThat(page).contains("class=\"scroll long\"");
  }

  @Test
  void linksSourcesOnly() {
    assertThat(Html.prose("A, arXiv:1710.09412, 2018 <b>"))
        .isEqualTo(
            "A, <a href=\"https://arxiv.org/abs/1710.09412\">arXiv:1710.09412</a>, 2018 &lt;b&gt;");
    assertThat(Html.prose("see doi:10.1093/biomet/6.1.1."))
        .isEqualTo(
            "see <a href=\"https://doi.org/10.1093/biomet/6.1.1\">doi:10.1093/biomet/6.1.1</a>.");
    assertThat(Html.prose("(https://x.org/a?b=1&c=2)"))
        .isEqualTo("(<a href=\"https://x.org/a?b=1&amp;c=2\">https://x.org/a?b=1&amp;c=2</a>)");
    assertThat(Html.prose("javascript:alert(1)")).isEqualTo("javascript:alert(1)");
  }

  @Test
  void keepsJsonWithinItsScript() {
    assertThat(Html.script(JsonNodeFactory.instance.textNode("</script>&\u2028\u2029")))
        .isEqualTo("\"\\u003c/script\\u003e\\u0026\\u2028\\u2029\"");
  }

  @Test
  void drawsWhiskersOfAColumnOnOneScale() {
    Cell.Range left = new Cell.Range(new Interval(-1, -2, 0), Unit.SIGNED, Tone.BAD);
    Cell.Range right = new Cell.Range(new Interval(1, 0, 2), Unit.SIGNED, Tone.GOOD);
    Whiskers whiskers = Whiskers.of(List.of(left, new Cell.Empty(), right));
    assertThat(whiskers).isEqualTo(new Whiskers(-2, 2, true));
    assertThat(whiskers.draw(left)).contains("whiskers bad", "cx=\"32.0\"", "class=\"zero\"");
    assertThat(whiskers.draw(right)).contains("whiskers good", "cx=\"88.0\"");
    Cell.Range mean = new Cell.Range(new Interval(5, 5, 5), Unit.NUMBER, Tone.NEUTRAL);
    assertThat(Whiskers.of(List.of(mean)).draw(mean))
        .contains("cx=\"60.0\"")
        .doesNotContain("zero");
  }
}
