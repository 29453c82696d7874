package org.hone.reports.render;

import java.util.Locale;
import java.util.stream.Collectors;
import org.hone.reports.section.Block;
import org.hone.reports.section.Callout;
import org.hone.reports.section.Chart;
import org.hone.reports.section.Code;
import org.hone.reports.section.Facts;
import org.hone.reports.section.Paragraph;
import org.hone.reports.section.Table;

/** Each kind of block as HTML. */
final class HtmlBlocks implements Block.Visitor<String> {
  @Override
  public String paragraph(Paragraph paragraph) {
    return "<p%s>%s</p>\n"
        .formatted(paragraph.aside() ? " class=\"aside\"" : "", Html.prose(paragraph.text()));
  }

  @Override
  public String callout(Callout callout) {
    String sentences =
        callout.sentences().stream()
            .map(sentence -> "<p>" + Html.prose(sentence) + "</p>\n")
            .collect(Collectors.joining());
    return "<div class=\"callout %s\">\n<p class=\"title\">%s</p>\n%s</div>\n"
        .formatted(
            callout.tone().name().toLowerCase(Locale.ROOT), Html.text(callout.title()), sentences);
  }

  @Override
  public String code(Code code) {
    return "<pre tabindex=\"0\"><code>%s</code></pre>\n".formatted(Html.text(code.text()));
  }

  @Override
  public String facts(Facts facts) {
    return "<dl class=\"%s\">\n%s</dl>\n"
        .formatted(
            facts.prominent() ? "tiles" : "facts",
            facts.facts().stream().map(HtmlBlocks::fact).collect(Collectors.joining()));
  }

  private static String fact(Facts.Fact fact) {
    String note =
        fact.note().isEmpty()
            ? ""
            : "<dd class=\"note\">%s</dd>".formatted(Html.prose(fact.note()));
    return "<div><dt>%s</dt><dd>%s</dd>%s</div>\n"
        .formatted(Html.text(fact.label()), Html.prose(fact.value().text()), note);
  }

  @Override
  public String table(Table table) {
    return HtmlTable.of(table);
  }

  @Override
  public String chart(Chart chart) {
    return """
        <figure class="chart">
        <figcaption><strong>%s</strong> %s</figcaption>
        <div class="plot" role="img" aria-label="%s"></div>
        <script type="application/json">%s</script>
        <details><summary>In figures</summary>
        %s</details>
        </figure>
        """
        .formatted(
            Html.text(chart.title()),
            Html.text(chart.summary()),
            Html.text(chart.title() + ". " + chart.summary()),
            Html.script(chart.accept(new BlockJson())),
            HtmlTable.of(ChartTable.of(chart)));
  }
}
