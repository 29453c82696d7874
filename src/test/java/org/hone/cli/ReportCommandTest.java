package org.hone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hone.agent.RunFolder;
import org.hone.agent.fake.Rehearsal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {
  @TempDir Path folder;
  private Rehearsal study;
  private Path html;

  @BeforeEach
  void prepare() throws IOException {
    study = Rehearsal.in(folder);
    study.tune("study.trials=2");
    html = study.output().resolve("report.html");
  }

  @Test
  void makesTheReportAgain() throws IOException {
    String before = Files.readString(html);
    Files.delete(html);

    Cli made = Cli.hone("report", study.output().toString());

    assertThat(made.code()).isZero();
    assertThat(made.err()).isEmpty();
    assertThat(made.out())
        .isEqualTo(
            "%1$s/report.html\n%1$s/report.md\n%1$s/report.json\n".formatted(study.output()));
    assertThat(Files.readString(html).length()).isCloseTo(before.length(), offset(100));
  }

  @Test
  void worksBesideARunningTuning() {
    try (RunFolder held = RunFolder.hold(study.output())) {
      assertThat(Cli.hone("report", held.path().toString()).code()).isZero();
    }
  }

  @Test
  void wantsToKnowWhichOfSeveral() throws IOException {
    study.tune("study.trials=1", "study.name=second");

    Cli which = Cli.hone("report", study.output().toString());

    assertThat(which.code()).isEqualTo(2);
    assertThat(which.err())
        .isEqualTo(
            "hone: %s: several studies; choose with --study: rehearsal, second\n"
                .formatted(study.output()));
    assertThat(Cli.hone("report", "--study=second", study.output().toString()).code()).isZero();
    assertThat(html).content().contains("<title>").contains("second");
  }

  @Test
  void knowsTheStudies() {
    Cli unknown = Cli.hone("report", study.output().toString(), "--study", "third");

    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).isEqualTo("hone: no study 'third'; known: rehearsal\n");
  }
}
