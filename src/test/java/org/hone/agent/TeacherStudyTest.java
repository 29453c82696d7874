package org.hone.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.hone.agent.fake.Rehearsal;
import org.hone.api.recipe.Inference;
import org.hone.api.recipe.Inputs;
import org.hone.api.recipe.Recipe;
import org.hone.api.technique.Technique;
import org.hone.api.testkit.DelegatingEngine;
import org.hone.api.training.Checkpointing;
import org.hone.api.training.Task;
import org.hone.api.training.Terms;
import org.hone.api.training.TrainingResult;
import org.hone.config.ConfigException;
import org.hone.engine.Dl4jEngine;
import org.hone.plugins.distillation.Distillation;
import org.hone.plugins.loss.LabelSmoothing;
import org.hone.search.storage.Storage;
import org.hone.search.storage.jdbc.JdbcStorage;
import org.hone.search.trial.Provenance;
import org.hone.search.trial.StudySnapshot;
import org.hone.search.trial.TrialRecord;
import org.hone.search.trial.TrialState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Studies whose techniques learn from a teacher, on the real engine. */
class TeacherStudyTest {
  private static final String LARGER = "teacher={network: {mlp: [16]}}";

  @TempDir Path folder;
  private Rehearsal study;
  private final List<String> notes = new ArrayList<>();
  private final TuningListener listener =
      new TuningListener() {
        @Override
        public void note(String line) {
          notes.add(line);
        }
      };

  @BeforeEach
  void prepare() {
    List<Technique> techniques = List.of(new Distillation(), new LabelSmoothing());
    study = new Rehearsal(folder, new Dl4jEngine(), techniques);
  }

  private TuningSummary tune(String... overrides) throws IOException {
    notes.clear();
    List<String> all = new ArrayList<>(List.of("confirmation.seeds=1"));
    all.addAll(List.of(overrides));
    return study.tune(listener, Rehearsal.NEVER, all.toArray(String[]::new));
  }

  private List<Path> teachers() throws IOException {
    try (Stream<Path> files = Files.list(study.output().resolve("teacher"))) {
      return files.sorted().toList();
    }
  }

  private List<Provenance> provenances(StudySnapshot snapshot) {
    try (Storage storage = JdbcStorage.open(RunFolder.database(study.output()))) {
      return snapshot.trials().stream()
          .map(trial -> storage.details(trial.id()).provenance().orElseThrow())
          .toList();
    }
  }

  /** A model of this name beside the study file. */
  private void save(String name) throws IOException {
    Files.move(study.output().resolve("best/model.zip"), folder.resolve(name));
  }

  @Test
  void aLargerNetworkIsTrainedFirstAndKeptByItsHash() throws IOException {
    tune(LARGER, "study.trials=3", "techniques={distillation: search}");

    Path teacher = teachers().get(0);
    String hash = teacher.getFileName().toString().replace(".zip", "");
    assertThat(teachers()).hasSize(1);
    assertThat(Artifact.of(teacher).sha256()).isEqualTo(hash);
    assertThat(notes.get(0)).isEqualTo("the teacher is trained first");
    assertThat(notes.get(1))
        .startsWith("the teacher: validation accuracy ")
        .endsWith(teacher.toString());
    assertThat(study.stored().in(TrialState.COMPLETE)).hasSize(3);
    assertThat(provenances(study.stored()))
        .allSatisfy(made -> assertThat(made.artifacts()).containsEntry("teacher", hash));
    assertThat(Files.readString(study.output().resolve("report.md")))
        .contains("teacher: mlp", ", activation relu, trained first")
        .contains("the teacher has a validation accuracy of ");
  }

  @Test
  void aStudyThatGoesOnKeepsItsTeacher() throws IOException {
    tune(LARGER, "study.trials=2", "techniques={distillation: search}");
    List<Path> before = teachers();
    tune(LARGER, "study.trials=3", "techniques={distillation: search}");

    assertThat(notes).noneMatch(line -> line.contains("trained first"));
    assertThat(teachers()).isEqualTo(before);
    Files.write(before.get(0), new byte[] {1});
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> tune(LARGER, "study.trials=4", "techniques={distillation: search}"))
        .withMessageContaining(before.get(0) + " has changed since the study began");
    try (RunFolder held = RunFolder.hold(study.output())) {
      held.forget(Rehearsal.NAME);
    }
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
    assertThat(text).contains("teacher:\n  file: ../teacher/" + teachers().get(0).getFileName());
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
    assertThat(provenances(study.stored()))
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
    TuningSummary stopped = study.tune(listener, () -> true, LARGER, "study.trials=1");
    assertThat(stopped.interrupted()).isTrue();
    assertThat(study.stored().trials()).isEmpty();
    assertThat(tune(LARGER, "study.trials=1").interrupted()).isFalse();
    assertThat(teachers()).hasSize(1);
  }

  /** With an engine that keeps its state after each epoch. */
  @Test
  void aTrainingOfTheTeacherThatWasStoppedGoesOnFromItsCheckpoint() throws IOException {
    study = Rehearsal.in(folder);
    AtomicInteger steps = new AtomicInteger();
    String longer = "training.epochs=6";
    TuningSummary stopped =
        study.tune(listener, () -> steps.incrementAndGet() > 3, LARGER, "study.trials=1", longer);
    assertThat(stopped.interrupted()).isTrue();
    assertThat(notes).noneMatch(line -> line.startsWith("the teacher: validation"));

    assertThat(tune(LARGER, "study.trials=1", longer).interrupted()).isFalse();
    assertThat(notes).contains("the teacher: goes on after epoch 3");
    assertThat(teachers()).hasSize(1);
    assertThat(study.output().resolve("checkpoints")).doesNotExist();
  }

  @Test
  void whatATeacherLeftOfItsTrainingGoesWithItsStudy() throws IOException {
    study = Rehearsal.in(folder);
    AtomicInteger steps = new AtomicInteger();
    study.tune(listener, () -> steps.incrementAndGet() > 2, LARGER, "study.trials=1");
    assertThat(study.output().resolve("checkpoints")).isNotEmptyDirectory();
    try (RunFolder held = RunFolder.hold(study.output())) {
      held.forget(Rehearsal.NAME);
    }
    assertThat(study.output().resolve("checkpoints")).doesNotExist();
  }

  /** What a training learns from, and what its teacher, or it, says of the validation rows. */
  private record Lesson(INDArray training, INDArray validation, INDArray said) {}

  /** The real engine, of whose trainings notes are taken. */
  private static final class Witness extends DelegatingEngine {
    private final List<Lesson> lessons = new ArrayList<>();
    private final List<Optional<Path>> checkpoints = new ArrayList<>();

    Witness() {
      super(new Dl4jEngine());
    }

    @Override
    public TrainingResult train(Recipe recipe, Task task, Terms terms) {
      checkpoints.add(terms.checkpointing().map(Checkpointing::file));
      TrainingResult result = super.train(recipe, task, terms);
      Inputs rows = task.scaling().inputs(task.validation().inputs());
      Inference asked = terms.teacher().orElseGet(() -> result.model().orElseThrow());
      lessons.add(
          new Lesson(
              task.training().features(), task.validation().features(), asked.predict(rows)));
      return result;
    }
  }

  @Test
  void eachFoldHasATeacherThatHasNotSeenItsValidationRows() throws IOException {
    Witness witness = new Witness();
    study = study.with(witness);
    String[] folds = {
      LARGER, "data={file: rows.csv, folds: 3}", "study.trials=1", "techniques={distillation: on}"
    };
    tune(folds);

    assertThat(teachers()).hasSize(3);
    for (int fold = 0; fold < 3; fold++) {
      assertThat(witness.lessons.get(3 + fold))
          .as("trained and validated on the same rows, and taught by it")
          .isEqualTo(witness.lessons.get(fold));
    }
    assertThat(witness.lessons.get(0).validation())
        .isNotEqualTo(witness.lessons.get(1).validation());
    assertThat(provenances(study.stored()).get(0).artifacts())
        .containsKeys("teacher of fold 1", "teacher of fold 2", "teacher of fold 3");
    assertThat(notes).contains("the teacher of fold 1 of 3 is trained first");
    assertThat(Files.readString(study.output().resolve("report.md")))
        .contains("one for each fold on the rows that it trains on")
        .contains("the folds' teachers have a mean validation accuracy of ");
    assertThat(Files.readString(study.output().resolve("best/study.yaml")))
        .as("which trains the same teachers")
        .contains("folds: 3")
        .contains("mlp: [16]");
    try (RunFolder held = RunFolder.hold(study.output())) {
      held.forget(Rehearsal.NAME);
    }
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
            listener,
            () -> notes.stream().anyMatch(line -> line.startsWith("the teacher of fold 1 of 3: v")),
            folds);
    assertThat(stopped.interrupted()).isTrue();
    List<Path> first = teachers();
    assertThat(first).hasSize(1);

    tune(folds);
    assertThat(notes)
        .filteredOn(line -> line.endsWith("trained first"))
        .containsExactly(
            "the teacher of fold 2 of 3 is trained first",
            "the teacher of fold 3 of 3 is trained first");
    assertThat(teachers()).hasSize(3).containsAll(first);
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
    List<Provenance> made = provenances(study.stored());
    assertThat(made.get(0).artifacts()).doesNotContainKey("teacher");
    assertThat(made.get(4).artifacts().get("teacher"))
        .as("each learns from the one before")
        .isEqualTo(BornAgainPhase.modelOf(first).orElseThrow())
        .isNotEqualTo(made.get(3).artifacts().get("teacher"));
    assertThat(notes).anyMatch(line -> line.endsWith(" is trained again, to be a teacher"));

    tune(twice, "study.trials=3", "techniques={label-smoothing: search}");
    assertThat(study.stored().trials()).as("nothing is done twice").hasSize(5);
  }

  /** So that a loss of its worker ends none of them. */
  @Test
  void eachOfItsTrainingsKeepsItsState() throws IOException {
    Witness witness = new Witness();
    study = study.with(witness);
    tune("teacher={born-again: 1}", "study.trials=1", "techniques={label-smoothing: search}");

    assertThat(witness.checkpoints.subList(0, 3))
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
    String hash = provenances(study.stored()).get(1).artifacts().get("teacher");
    assertThat(Files.readString(study.output().resolve("best/study.yaml")))
        .contains("file: ../teacher/" + hash + ".zip");
  }

  @Test
  void whatIsUsedAfterwardsIsNotAlwaysOn() {
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> study.plan("teacher={born-again: 1}", "techniques={distillation: on}"))
        .withMessageEndingWith(
            "'distillation' is used after the search (teacher.born-again);"
                + " allowed: search, or leave it out");
  }
}
