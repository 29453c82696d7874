package org.hone.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.hone.reports.recommendation.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  @Test
  void writesThreeFiles(@TempDir Path directory) throws IOException {
    Report report = Report.of(RichStudy.evidence());
    Path nested = directory.resolve("a/b");
    assertThat(report.write(nested))
        .containsExactly(
            nested.resolve("report.html"),
            nested.resolve("report.md"),
            nested.resolve("report.json"));
    assertThat(Files.readString(nested.resolve("report.html"))).isEqualTo(report.html());
    assertThat(Files.readString(nested.resolve("report.md"))).isEqualTo(report.markdown());
    assertThat(Files.readString(nested.resolve("report.json"))).isEqualTo(report.json());
    assertThat(report.recommendation().verdict()).isEqualTo(Verdict.ADOPT);
    assertThatCode(() -> report.write(nested)).doesNotThrowAnyException();
  }

  @Test
  void drawsWithEcharts() {
    String page = Report.of(Examples.empty()).html();
    assertThat(page).contains("Licensed to the Apache Software Foundation").contains("echarts");
    assertThat(page.length()).isGreaterThan(1_000_000);
  }

  @Test
  void isTheSameInEveryLocale() {
    Locale before = Locale.getDefault();
    String expected = everything();
    try {
      for (String tag : new String[] {"ar-EG", "de-DE", "tr-TR", "hi-IN-u-nu-deva"}) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertThat(everything()).isEqualTo(expected);
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  private static String everything() {
    Report report = Report.of(RichStudy.evidence());
    return report.html() + report.markdown() + report.json();
  }
}
