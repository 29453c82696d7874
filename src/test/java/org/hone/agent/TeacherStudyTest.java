package org.hone.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.hone.agent.fake.Notes;
import org.hone.agent.fake.Rehearsal;
import org.hone.agent.fake.Witness;
import org.hone.api.technique.Technique;
import org.hone.config.ConfigException;
import org.hone.engine.Dl4jEngine;
import org.hone.plugins.distillation.Distillation;
import org.hone.plugins.loss.LabelSmoothing;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Studies whose techniques learn from a teacher, on the real engine. */
class TeacherStudyTest {
  private static final String LARGER = "teacher={network: {mlp: [16]}}";

  @TempDir Path folder;
  private Rehearsal study;
  private final Notes notes = new Notes();

  @BeforeEach
  void prepare() {
    List<Technique> techniques = List.of(new Distillation(), new LabelSmoothing());
    study = new Rehearsal(folder, new Dl4jEngine(), techniques);
  }

  private TuningSummary tune(String... overrides) throws IOException {
    notes.clear();
    List<String> all = new ArrayList<>(List.of("confirmation.seeds=1"));
    all.addAll(List.of(overrides));
    return study.tune(notes, Rehearsal.NEVER, all.toArray(String[]::new));
  }

  /** A model of this name beside the study file. */
  private void save(String name) throws IOException {
    Files.move(study.output().resolve("best/model.zip"), folder.resolve(name));
  }

  @Test
  void aLargerNetworkIsTrainedFirstAndKeptByItsHash() throws IOException {
    tune(LARGER, "study.trials=3", "techniques={distillation: search}");

    Path teacher = study.teachers().get(0);
    String hash = teacher.getFileName().toString().replace(".zip", "");
    assertThat(study.teachers()).hasSize(1);
    assertThat(Artifact.of(teacher).sha256()).isEqualTo(hash);
    assertThat(notes.lines().get(0)).isEqualTo("the teacher is trained first");
    assertThat(notes.lines().get(1))
        .startsWith("the teacher: validation accuracy ")
        .endsWith(teacher.toString());
    assertThat(study.stored().in(TrialState.COMPLETE)).hasSize(3);
    assertThat(study.provenances())
        .allSatisfy(made -> assertThat(made.artifacts()).containsEntry("teacher", hash));
    assertThat(Files.readString(study.output().resolve("report.md")))
        .contains("teacher: mlp", ", activation relu, trained first")
        .contains("the teacher has a validation accuracy of ");
  }

  @Test
  void aStudyThatGoesOnKeepsItsTeacher() throws IOException {
    tune(LARGER, "study.trials=2", "techniques={distillation: search}");
    List<Path> before = study.teachers();
    tune(LARGER, "study.trials=3", "techniques={distillation: search}");

    assertThat(notes.lines()).noneMatch(line -> line.contains("trained first"));
    assertThat(study.teachers()).isEqualTo(before);
    Files.write(before.get(0), new byte[] {1});
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> tune(LARGER, "study.trials=4", "techniques={distillation: search}"))
        .withMessageContaining(before.get(0) + " has changed since the study began");
    study.forget();
    assertThat(study.output().resolve("teacher")).doesNotExist();
    assertThat(study.output().resolve("best")).doesNotExist();
  }

  @Test
  void anotherTeacherIsAnotherStudy() throws IOException {
    tune(LARGER, "study.trials=1", "techniques={distillation: on}");
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(
            () ->
                tune(
                    "teacher={network: {mlp: [17]}}",
                    "study.trials=1",
                    "techniques={distillation: on}"))
        .withMessageContaining("teacher.network.mlp was [16] and is [17]");
  }

  @Test
  void theBestRecipeIsHandedOverWithItsTeacher() throws IOException {
    tune(LARGER, "study.trials=1", "techniques={distillation: on}");

    String text = Files.readString(study.output().resolve("best/study.yaml"));
    assertThat(text)
        .contains("teacher:\n  file: ../teacher/" + study.teachers().get(0).getFileName());
  }

  @Test
  void aSavedModelTeachesAndIsTheStudys() throws IOException {
    tune("study.trials=1", "techniques={label-smoothing: on}");
    save("teacher.zip");
    String teacher = "teacher={file: teacher.zip}";
    study =
        new Rehearsal(
            Files.createDirectory(folder.resolve("pupil")), study.engine(), study.techniques());
    Files.copy(folder.resolve("teacher.zip"), folder.resolve("pupil/teacher.zip"));
    tune(teacher, "study.trials=2", "techniques={distillation: search}");

    assertThat(study.stored().in(TrialState.COMPLETE)).hasSize(2);
    assertThat(study.stored().trials())
        .extracting(TrialRecord::parameters)
        .anyMatch(point -> point.category("distillation").equals("distillation"));
    String hash = Artifact.of(folder.resolve("teacher.zip")).sha256();
    assertThat(study.provenances())
        .allSatisfy(made -> assertThat(made.artifacts()).containsEntry("teacher", hash));
    assertThat(study.output().resolve("teacher")).doesNotExist();
  }

  @Test
  void aTeacherForOtherDataIsRefused() throws IOException {
    tune("study.trials=1", "techniques={label-smoothing: on}");
    save("teacher.zip");
    Path rows = folder.resolve("rows.csv");
    String other = Files.readString(rows);
    Files.writeString(rows, other.replace("near", "close"));
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> study.plan("teacher={file: teacher.zip}"))
        .withMessage(
            "teacher.file: "
                + folder.resolve("teacher.zip")
                + ": its classes are [far, near], but here [close, far]");
    Files.writeString(rows, other.replace("x,y,kind", "x,z,kind"));
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> study.plan("teacher={file: teacher.zip}"))
        .withMessageContaining("its columns are {x=[], y=[]}, but here {x=[], z=[]}");
    Files.writeString(rows, other + "1,2,third\n".repeat(20));
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> study.plan("teacher={file: teacher.zip}"))
        .withMessageEndingWith("the network has 2 outputs, but the data have 3 classes");
    Files.writeString(folder.resolve("none.zip"), "nothing");
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> study.plan("teacher={file: none.zip}"))
        .withMessageStartingWith("teacher.file: " + folder.resolve("none.zip") + ": is neither");
  }

  @Test
  void aTeacherThatCannotBeTrainedEndsTheStudy() {
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> tune(LARGER, "study.trials=1", "training.learning-rate=1e30"))
        .withMessageStartingWith("the teacher (teacher.network) could not be trained: diverged");
  }

  @Test
  void aTrainingOfTheTeacherThatWasStoppedBeforeItBeganBeginsAnew() throws IOException {
    TuningSummary stopped = study.tune(notes, () -> true, LARGER, "study.trials=1");
    assertThat(stopped.interrupted()).isTrue();
    assertThat(study.stored().trials()).isEmpty();
    assertThat(tune(LARGER, "study.trials=1").interrupted()).isFalse();
    assertThat(study.teachers()).hasSize(1);
  }

  /** With an engine that keeps its state after each epoch. */
  @Test
  void aTrainingOfTheTeacherThatWasStoppedGoesOnFromItsCheckpoint() throws IOException {
    study = Rehearsal.in(folder);
    AtomicInteger steps = new AtomicInteger();
    String longer = "training.epochs=6";
    TuningSummary stopped =
        study.tune(notes, () -> steps.incrementAndGet() > 3, LARGER, "study.trials=1", longer);
    assertThat(stopped.interrupted()).isTrue();
    assertThat(notes.lines()).noneMatch(line -> line.startsWith("the teacher: validation"));

    assertThat(tune(LARGER, "study.trials=1", longer).interrupted()).isFalse();
    assertThat(notes.lines()).contains("the teacher: goes on after epoch 3");
    assertThat(study.teachers()).hasSize(1);
    assertThat(study.output().resolve("checkpoints")).doesNotExist();
  }

  @Test
  void whatATeacherLeftOfItsTrainingGoesWithItsStudy() throws IOException {
    study = Rehearsal.in(folder);
    AtomicInteger steps = new AtomicInteger();
    study.tune(notes, () -> steps.incrementAndGet() > 2, LARGER, "study.trials=1");
    assertThat(study.output().resolve("checkpoints")).isNotEmptyDirectory();
    study.forget();
    assertThat(study.output().resolve("checkpoints")).doesNotExist();
  }

  @Test
  void eachFoldHasATeacherThatHasNotSeenItsValidationRows() throws IOException {
    Witness witness = new Witness();
    study = study.with(witness);
    String[] folds = {
      LARGER, "data={file: rows.csv, folds: 3}", "study.trials=1", "techniques={distillation: on}"
    };
    tune(folds);

    assertThat(study.teachers()).hasSize(3);
    for (int fold = 0; fold < 3; fold++) {
      assertThat(witness.lessons().get(3 + fold))
          .as("trained and validated on the same rows, and taught by it")
          .isEqualTo(witness.lessons().get(fold));
    }
    assertThat(witness.lessons().get(0).validation())
        .isNotEqualTo(witness.lessons().get(1).validation());
    assertThat(study.provenances().get(0).artifacts())
        .containsKeys("teacher of fold 1", "teacher of fold 2", "teacher of fold 3");
    assertThat(notes.lines()).contains("the teacher of fold 1 of 3 is trained first");
    assertThat(Files.readString(study.output().resolve("report.md")))
        .contains("one for each fold on the rows that it trains on")
        .contains("the folds' teachers have a mean validation accuracy of ");
    assertThat(Files.readString(study.output().resolve("best/study.yaml")))
        .as("which has the same teachers")
        .contains("folds: 3")
        .contains(
            Teachers.hashes(study.provenances().get(0).artifacts()).stream()
                .map("../teacher/%s.zip"::formatted)
                .toList());
    study.forget();
    assertThat(study.output().resolve("teacher")).doesNotExist();
    assertThat(study.output().resolve("best")).doesNotExist();
  }

  @Test
  void teachersOfFoldsThatAreThereAreNotTrainedAgain() throws IOException {
    String[] folds = {
      LARGER, "data={file: rows.csv, folds: 3}", "study.trials=1", "techniques={lift: search}"
    };
    study = Rehearsal.in(folder);
    TuningSummary stopped =
        study.tune(
            notes,
            () ->
                notes.lines().stream()
                    .anyMatch(line -> line.startsWith("the teacher of fold 1 of 3: v")),
            folds);
    assertThat(stopped.interrupted()).isTrue();
    List<Path> first = study.teachers();
    assertThat(first).hasSize(1);

    tune(folds);
    assertThat(notes.lines())
        .filteredOn(line -> line.endsWith("trained first"))
        .containsExactly(
            "the teacher of fold 2 of 3 is trained first",
            "the teacher of fold 3 of 3 is trained first");
    assertThat(study.teachers()).hasSize(3).containsAll(first);
  }

  @Test
  void withATeacherThePresetsDistil() throws IOException {
    assertThat(study.plan(LARGER).assembly().techniques())
        .extracting(Technique::id)
        .containsExactly("label-smoothing", "distillation");
    assertThat(study.plan().assembly().techniques())
        .extracting(Technique::id)
        .containsExactly("label-smoothing");
    assertThat(Map.copyOf(study.file(LARGER).settings()))
        .containsEntry("teacher.network.mlp", "[16]");
  }
}
