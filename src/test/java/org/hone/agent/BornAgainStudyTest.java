package org.hone.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hone.agent.fake.Notes;
import org.hone.agent.fake.Rehearsal;
import org.hone.agent.fake.Witness;
import org.hone.config.ConfigException;
import org.hone.engine.Dl4jEngine;
import org.hone.plugins.distillation.Distillation;
import org.hone.plugins.loss.LabelSmoothing;
import org.hone.search.trial.Provenance;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Studies whose best recipe learns again from its own model, on the real engine. */
class BornAgainStudyTest {
  @TempDir Path folder;
  private Rehearsal study;
  private final Notes notes = new Notes();

  @BeforeEach
  void prepare() {
    study =
        new Rehearsal(folder, new Dl4jEngine(), List.of(new Distillation(), new LabelSmoothing()));
  }

  private void tune(String... overrides) throws IOException {
    notes.clear();
    List<String> all = new ArrayList<>(List.of("confirmation.seeds=1"));
    all.addAll(List.of(overrides));
    study.tune(notes, Rehearsal.NEVER, all.toArray(String[]::new));
  }

  private List<TrialRecord> bornAgain() {
    return study.stored().trials().stream().filter(BornAgainPhase::isBornAgain).toList();
  }

  @Test
  void theBestRecipeLearnsAgainFromItself() throws IOException {
    String twice = "teacher={born-again: 2}";
    tune(twice, "study.trials=3", "techniques={label-smoothing: search}");

    List<TrialRecord> trials = study.stored().trials();
    assertThat(trials).hasSize(5);
    assertThat(trials.subList(0, 3))
        .as("the search knows nothing of it")
        .extracting(trial -> trial.state() + " " + trial.parameters())
        .allMatch(trial -> trial.contains("distillation=none"));
    assertThat(bornAgain()).isEqualTo(trials.subList(3, 5));
    TrialRecord first = bornAgain().get(0);
    TrialRecord second = bornAgain().get(1);
    assertThat(first.state()).isEqualTo(TrialState.COMPLETE);
    assertThat(first.parameters().category("distillation")).isEqualTo("distillation");
    assertThat(second.parameters()).isEqualTo(first.parameters());
    List<Provenance> made = study.provenances();
    assertThat(made.get(0).artifacts()).doesNotContainKey("teacher");
    assertThat(made.get(4).artifacts().get("teacher"))
        .as("each learns from the one before")
        .isEqualTo(BornAgainPhase.modelsOf(first).get(0))
        .isNotEqualTo(made.get(3).artifacts().get("teacher"));
    assertThat(notes.lines()).anyMatch(line -> line.endsWith(" is trained again, to be a teacher"));

    tune(twice, "study.trials=3", "techniques={label-smoothing: search}");
    assertThat(study.stored().trials()).as("nothing is done twice").hasSize(5);
  }

  @Test
  void theBestRecipeOfFoldsLearnsAgainInEachFromTheModelOfThatFold() throws IOException {
    Witness witness = new Witness();
    study = study.with(witness);
    String[] folds = {
      "teacher={born-again: 2}",
      "data={file: rows.csv, folds: 3}",
      "study.trials=1",
      "techniques={distillation: search}"
    };
    tune(folds);

    for (int fold = 0; fold < 3; fold++) {
      assertThat(witness.lessons().get(3 + fold))
          .as("the same model, trained again")
          .isEqualTo(witness.lessons().get(fold));
      assertThat(witness.lessons().get(6 + fold))
          .as("trained and validated on the same rows, and taught by it")
          .isEqualTo(witness.lessons().get(fold));
    }
    assertThat(study.teachers()).as("of the search, and of two generations").hasSize(9);
    assertThat(Teachers.hashes(study.provenances().get(2).artifacts()))
        .as("each generation learns from the one before")
        .hasSize(3)
        .isEqualTo(BornAgainPhase.modelsOf(bornAgain().get(0)));
    assertThat(notes.lines()).contains("trial 0 is trained again, to be a teacher fold by fold");
    assertThat(study.output().resolve("checkpoints")).doesNotExist();
    tune(folds);
    assertThat(study.stored().trials()).as("nothing is done twice").hasSize(3);
    study.forget();
    assertThat(study.output().resolve("teacher")).doesNotExist();
  }

  /** So that a loss of its worker ends none of them. */
  @Test
  void eachOfItsTrainingsKeepsItsState() throws IOException {
    Witness witness = new Witness();
    study = study.with(witness);
    tune("teacher={born-again: 1}", "study.trials=1", "techniques={label-smoothing: search}");

    assertThat(witness.checkpoints().subList(0, 3))
        .extracting(file -> file.orElseThrow().getFileName())
        .hasToString(
            "[study-1-trial-0.checkpoint, study-1-teacher-trial-0.checkpoint,"
                + " study-1-trial-1.checkpoint]");
    assertThat(study.output().resolve("checkpoints")).doesNotExist();
  }

  @Test
  void aBornAgainTrialIsConfirmedWithItsTeacherIfItIsTheBest() throws IOException {
    tune("teacher={born-again: 1}", "study.trials=1", "techniques={distillation: search}");

    assertThat(bornAgain()).hasSize(1);
    TrialRecord best = bornAgain().get(0);
    StudySnapshot confirmation = study.stored(ConfirmationPhase.name(Rehearsal.NAME, best));
    assertThat(confirmation.in(TrialState.COMPLETE)).hasSize(2);
    String hash = study.provenances().get(1).artifacts().get("teacher");
    assertThat(Files.readString(study.output().resolve("best/study.yaml")))
        .contains("file: ../teacher/" + hash + ".zip");
  }

  @Test
  void withFoldsItsTeachersAreHandedOver() throws IOException {
    String folds = "data={file: rows.csv, folds: 3}";
    String techniques = "techniques={distillation: search}";
    tune("teacher={born-again: 1}", folds, "study.trials=1", techniques);

    TrialRecord best = bornAgain().get(0);
    assertThat(study.stored(ConfirmationPhase.name(Rehearsal.NAME, best)).in(TrialState.COMPLETE))
        .hasSize(2);
    List<String> hashes = Teachers.hashes(study.provenances().get(1).artifacts());
    assertThat(hashes).hasSize(3);
    assertThat(Files.readString(study.output().resolve("best/study.yaml")))
        .contains(hashes.stream().map("../teacher/%s.zip"::formatted).toList());
  }

  @Test
  void whatIsUsedAfterwardsIsNotAlwaysOn() {
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> study.plan("teacher={born-again: 1}", "techniques={distillation: on}"))
        .withMessageEndingWith(
            "'distillation' is used after the search (teacher.born-again);"
                + " allowed: search, {use: search} with strengths, or leave it out");
  }
}
