package org.hone.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hone.agent.fake.Rehearsal;
import org.hone.agent.fake.Watch;
import org.hone.reports.Report;
import org.hone.reports.analysis.Context;
import org.hone.reports.analysis.Evidence;
import org.hone.reports.analysis.Metric;
import org.hone.search.storage.Storage;
import org.hone.search.storage.jdbc.JdbcStorage;
import org.hone.search.study.Study;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportingTest {
  @TempDir Path folder;

  @Test
  void knowsTheStudiesThatWereTuned() throws IOException {
    Rehearsal study = Rehearsal.in(folder);
    study.tune("study.trials=1");
    study.tune("study.trials=1", "study.name=second");

    try (Storage storage = JdbcStorage.open(RunFolder.database(study.output()))) {
      Study.builder("somebody else's").storage(storage).create();
      Reporting reporting = new Reporting(storage, Rehearsal.CLOCK);

      assertThat(reporting.studies()).containsExactly(Rehearsal.NAME, "second");
      for (String name : List.of("third", "somebody else's", "second confirmation of trial 0")) {
        assertThatExceptionOfType(UserException.class)
            .isThrownBy(() -> reporting.evidence(name))
            .withMessage("no study '%s'; known: rehearsal, second", name);
      }
    }
  }

  @Test
  void tellsWhatToLookAtInTheData() throws IOException {
    String rows =
        IntStream.range(0, 60)
            .mapToObj(i -> "%d,%d,%s\n".formatted(i % 7, i % 5, i % 10 == 0 ? "far" : "near"))
            .collect(Collectors.joining("", "x,y,kind\n", ""));
    Files.writeString(folder.resolve("rows.csv"), rows);

    TuningSummary summary = Rehearsal.in(folder).tune("study.trials=1");

    assertThat(summary.evidence().context().task())
        .anyMatch(line -> line.startsWith("note: ") && line.contains("classes are imbalanced"));
  }

  @Test
  void tellsWhatTheStudyIsAbout() throws IOException {
    Rehearsal study = Rehearsal.in(folder);
    TuningSummary summary = study.tune("study.trials=1", "study.seed=5");

    Context context = summary.evidence().context();
    assertThat(context.title()).isEqualTo(Rehearsal.NAME);
    assertThat(context.metric()).isEqualTo(Metric.named("accuracy"));
    assertThat(context.task()).isEqualTo(study.plan().lines());
    assertThat(context.making().seed()).isEqualTo(OptionalLong.of(5));
    assertThat(context.making().budget())
        .isEqualTo("1 trial of at most 3 epochs; then baseline and best again with 3 seeds each");
    assertThat(context.making().commands()).containsExactly("hone tune");
    assertThat(context.making().generated()).isEqualTo(Rehearsal.CLOCK.instant());
  }

  @Test
  void canBeMadeWhileTheStudyRuns() throws IOException {
    Rehearsal study = Rehearsal.in(folder);
    Watch watch =
        new Watch() {
          @Override
          public void epoch(int epoch, int epochs) {
            try (Storage storage = JdbcStorage.open(RunFolder.database(study.output()))) {
              Evidence evidence = new Reporting(storage, Rehearsal.CLOCK).evidence(Rehearsal.NAME);
              super.epoch(evidence.search().snapshot().trials().size(), epochs);
              assertThat(Report.of(evidence).markdown()).contains("rehearsal");
            }
          }
        };

    study.tune(watch, Rehearsal.NEVER, "study.trials=2", "confirmation.seeds=1");

    assertThat(watch.events()).contains("epoch 2/3");
  }
}
