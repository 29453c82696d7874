package org.hone.reports.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "a|b;a\\|b",
        "<b>;\\<b\\>",
        "*x* _y_ `z`;\\*x\\* \\_y\\_ \\`z\\`",
        "[a](b);\\[a\\](b)",
        "mixup-2;mixup-2",
      })
  void escapesWhatHasAMeaning(String plain, String markdown) {
    assertThat(Markdown.text(plain)).isEqualTo(markdown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"# x;\\# x", "- x;\\- x", "12. x;12\\. x", "12 x;12 x", "x - y;x - y"})
  void escapesWhatHasAMeaningAtTheBeginningOfALine(String plain, String markdown) {
    assertThat(Markdown.line(plain)).isEqualTo(markdown);
  }

  @Test
  void keepsALineALine() {
    assertThat(Markdown.text("a\nb\r\n  c")).isEqualTo("a b c");
  }

  @Test
  void fencesCodeThatHoldsFences() {
    assertThat(Markdown.code("a\n````\nb\n", "")).isEqualTo("`````\na\n````\nb\n`````");
  }

  @Test
  void drawsTrendsAsBars() {
    assertThat(ChartTable.sparkline(new double[] {0, 1, 2, 3, 4, 5, 6, 7})).isEqualTo("▁▂▃▄▅▆▇█");
    assertThat(ChartTable.sparkline(new double[] {1, 1})).isEqualTo("▁▁");
    assertThat(ChartTable.sparkline(new double[] {1})).isEqualTo("▁");
    assertThat(ChartTable.sparkline(new double[0])).isEmpty();
    assertThat(ChartTable.sparkline(new double[1000])).hasSize(24);
    assertThat(ChartTable.sparkline(new double[] {-Double.MAX_VALUE, Double.MAX_VALUE}))
        .isEqualTo("▁█");
  }
}
