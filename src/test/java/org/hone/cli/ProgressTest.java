package org.hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.hone.agent.TuningListener.Phase;
import org.hone.agent.fake.FakeTechnique;
import org.hone.agent.fake.Rehearsal;
import org.hone.api.technique.Slot;
import org.hone.engine.metrics.Metrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressTest {
  private static final int WIDE = 200;

  @TempDir Path folder;

  private final StringWriter err = new StringWriter();

  private Progress lines() {
    return new ProgressLines(new PrintWriter(err, true), Metrics.named("accuracy"));
  }

  private List<String> said() {
    return err.toString().lines().map(line -> line.replaceAll(" \\(\\d.*", "")).toList();
  }

  @Test
  void aLinePerTraining() throws IOException {
    Rehearsal study = Rehearsal.in(folder).with(Rehearsal.LIFT);

    study.tune(lines(), Rehearsal.NEVER, "study.trials=4", "confirmation.seeds=1");

    assertThat(said())
        .startsWith(
            "classification of kind from rows.csv",
            "60 rows: 36 to train, 12 to validate, 12 to test",
            "2 columns, input [2], 2 classes",
            "search: 0 of 4 trainings done",
            "trial 0: accuracy 0.4985, the best so far",
            "trial 1: accuracy 0.6005, the best so far")
        .contains("confirmation: 0 of 2 trainings done", "run 0: accuracy 0.4898");
  }

  @Test
  void goingOnItKnowsTheBest() throws IOException {
    Rehearsal study = Rehearsal.in(folder).with(Rehearsal.DRAG);
    study.tune("study.trials=1");

    study.tune(lines(), Rehearsal.NEVER, "study.trials=3");

    assertThat(said())
        .contains("search: 1 of 3 trainings done")
        .noneMatch(line -> line.contains("the best so far"));
  }

  @Test
  void saysWhyATrainingHasNoScore() throws IOException {
    FakeTechnique broken =
        FakeTechnique.of("broken", Slot.LOSS)
            .acting(
                (recipe, values) -> {
                  throw new IllegalStateException("out of luck\nand more");
                });
    Rehearsal study = Rehearsal.in(folder).with(broken, Rehearsal.LIFT);

    study.tune(lines(), Rehearsal.NEVER, "study.trials=25", "confirmation.seeds=1");

    assertThat(said())
        .contains("trial 1: failed, IllegalStateException: out of luck")
        .anyMatch(line -> line.matches("trial \\d+: pruned after epoch [12]"));
  }

  @Test
  void silenceIsSilent() throws IOException {
    try (Progress progress = Progress.silent()) {
      Rehearsal.in(folder).tune(progress, Rehearsal.NEVER, "study.trials=1");
    }
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void aBarPerPhase() throws IOException {
    List<String> shown = new ArrayList<>();
    ProgressBarBuilder bars =
        new ProgressBarBuilder()
            .setConsumer(new DelegatingProgressBarConsumer(shown::add, WIDE))
            .setUpdateIntervalMillis(100_000);
    Rehearsal study = Rehearsal.in(folder).with(Rehearsal.LIFT);
    study.tune("study.trials=1", "confirmation.seeds=1");

    try (Progress progress =
        new ProgressBars(new PrintWriter(err, true)::println, Metrics.named("accuracy"), bars)) {
      study.tune(progress, Rehearsal.NEVER, "study.trials=4", "confirmation.seeds=1");
    }

    assertThat(said()).hasSize(4).last().isEqualTo("going on with study 'rehearsal'");
    assertThat(shown)
        .filteredOn(line -> line.startsWith("search"))
        .last()
        .asString()
        .contains("4/4", "best accuracy 0.");
    assertThat(shown)
        .filteredOn(line -> line.startsWith("confirmation"))
        .last()
        .asString()
        .contains("2/2", "best accuracy 0.");
  }

  @Test
  void aBarShowsHowATrainingGoes() {
    List<String> shown = new ArrayList<>();
    ProgressBarBuilder bars =
        new ProgressBarBuilder()
            .setConsumer(new DelegatingProgressBarConsumer(shown::add, WIDE))
            .setUpdateIntervalMillis(100_000);
    ProgressBars progress =
        new ProgressBars(new PrintWriter(err, true)::println, Metrics.named("accuracy"), bars);

    progress.epoch(1, 20);
    progress.began(Phase.SEARCH, 10, 2, Optional.empty());
    progress.epoch(3, 20);
    progress.close();
    progress.close();

    assertThat(shown).last().asString().startsWith("search").contains("2/10", "epoch 3 of 20");
  }

  @Test
  void nobodyLooksAtATest() {
    assertThat(Terminal.isThere()).isFalse();
    assertThat(Progress.on(new PrintWriter(err), Metrics.named("rmse")))
        .isInstanceOf(ProgressLines.class);
  }
}
