package org.hone.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.hone.agent.TrialOrder;
import org.hone.agent.TrialReport;
import org.hone.agent.TrialRunner;
import org.hone.agent.TuningPlan;
import org.hone.agent.fake.FakeTechnique;
import org.hone.agent.fake.GainEngine;
import org.hone.agent.fake.Rehearsal;
import org.hone.api.recipe.Recipe;
import org.hone.api.technique.Slot;
import org.hone.api.testkit.DelegatingEngine;
import org.hone.api.training.Decision;
import org.hone.api.training.Meters;
import org.hone.api.training.Task;
import org.hone.api.training.Terms;
import org.hone.api.training.TrainingEngine;
import org.hone.api.training.TrainingResult;
import org.hone.api.training.TrainingResult.Status;
import org.hone.engine.data.Preprocessing;
import org.hone.engine.training.ModelArchive;
import org.hone.search.space.ParameterValues;
import org.hone.search.storage.StorageException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InProcessRunnerTest {
  @TempDir Path folder;
  private TuningPlan plan;
  private TrialRunner runner;

  @BeforeEach
  void prepare() throws IOException {
    use(Rehearsal.in(folder));
  }

  private void use(Rehearsal study) throws IOException {
    plan = study.plan();
    runner = new InProcessRunner(study.engine(), plan.source(), plan.assembly());
  }

  private TrialOrder order(boolean test, Optional<Path> model) {
    return new TrialOrder(plan.assembly().baseline(), 42, 1, test, model, Optional.empty());
  }

  /** Writes down the epochs, and says what it is told to say. */
  private static final class Follower implements TrialRunner.Observer {
    private final List<String> seen = new ArrayList<>();
    private Decision decision = Decision.CONTINUE;
    private boolean stop;

    @Override
    public Decision epoch(int epoch, double score, Map<String, Double> readings) {
      seen.add("%d %.3f %s".formatted(epoch, score, readings.keySet().stream().sorted().toList()));
      return decision;
    }

    @Override
    public boolean stopRequested() {
      return stop;
    }
  }

  /** Another engine, of whose trainings notes are taken. */
  private static final class NotedEngine extends DelegatingEngine {
    private final BiConsumer<Task, TrainingResult> note;

    NotedEngine(TrainingEngine engine, BiConsumer<Task, TrainingResult> note) {
      super(engine);
      this.note = note;
    }

    @Override
    public TrainingResult train(Recipe recipe, Task task, Terms terms) {
      TrainingResult result = super.train(recipe, task, terms);
      note.accept(task, result);
      return result;
    }
  }

  @Test
  void aModelThatCannotBeSavedLeavesTheOneThatWasThere() throws IOException {
    Path model = Files.writeString(folder.resolve("model.zip"), "the one before");
    Files.createDirectories(folder.resolve("model.zip.next/in-the-way"));

    TrialReport report = runner.run(order(false, Optional.of(model)), new Follower());

    assertThat(report.status()).isEqualTo(Status.FAILED);
    assertThat(model).hasContent("the one before");
  }

  @Test
  void theFirstTrainingDoesNotPayForAllOthers() throws IOException {
    Rehearsal study = Rehearsal.in(folder);
    List<Long> seeds = new ArrayList<>();
    TrainingEngine noted =
        new DelegatingEngine(study.engine()) {
          @Override
          public TrainingResult train(Recipe recipe, Task task, Terms terms) {
            seeds.add(terms.seed());
            return super.train(recipe, task, terms);
          }
        };
    TuningPlan timed = study.plan("objectives=[accuracy, training-time]");
    TrialRunner first = new InProcessRunner(noted, timed.source(), timed.assembly());
    Follower follower = new Follower();

    TrialReport report = first.run(order(false, Optional.empty()), follower);
    first.run(order(false, Optional.empty()), new Follower());

    assertThat(seeds).hasSize(3).endsWith(42L, 42L);
    assertThat(seeds.get(0)).isNotEqualTo(42L);
    assertThat(follower.seen).hasSize(3);
    assertThat(report.score())
        .isEqualTo(runner.run(order(false, Optional.empty()), new Follower()).score());
  }

  @Test
  void warmsUpOnlyWhereTimesAreAnObjective() throws IOException {
    Rehearsal study = Rehearsal.in(folder);
    List<Task> trained = new ArrayList<>();
    TrialRunner noted =
        new InProcessRunner(
            new NotedEngine(study.engine(), (task, result) -> trained.add(task)),
            plan.source(),
            plan.assembly());

    noted.run(order(false, Optional.empty()), new Follower());

    assertThat(trained).hasSize(1);
  }

  @Test
  void measuresWhatRecipesCostWhereTheyAreConfirmed() {
    assertThat(runner.run(order(true, Optional.empty()), new Follower()).figures())
        .containsKeys(Meters.figure("training-time"), Meters.figure("model-size"));
    assertThat(runner.run(order(false, Optional.empty()), new Follower()).figures())
        .doesNotContainKey(Meters.figure("training-time"));
  }

  @Test
  void tellsWhoItIs() {
    assertThat(runner.engine()).isEqualTo("gain engine 1");
    assertThat(runner.device()).isEqualTo("imagination");
  }

  @Test
  void reportsEveryEpochAndTheEnd() {
    Follower follower = new Follower();

    TrialReport report = runner.run(order(false, Optional.empty()), follower);

    assertThat(report.status()).isEqualTo(Status.COMPLETED);
    assertThat(report.epochs()).isEqualTo(3);
    assertThat(report.score()).hasValue(report.figures().get(Meters.VALIDATION_SCORE));
    assertThat(report.figures()).doesNotContainKey(Meters.TEST_SCORE);
    assertThat(follower.seen).hasSize(3).first().asString().startsWith("1 0.2");
  }

  @Test
  void looksAtTestRowsOnlyWhenOrdered() {
    TrialReport report = runner.run(order(true, Optional.empty()), new Follower());

    assertThat(report.figures()).containsKey(Meters.TEST_SCORE);
  }

  @Test
  void theSeedDecides() {
    ParameterValues point = plan.assembly().baseline();
    TrialOrder other = new TrialOrder(point, 43, 1, false, Optional.empty(), Optional.empty());

    TrialReport first = runner.run(order(false, Optional.empty()), new Follower());

    assertThat(runner.run(order(false, Optional.empty()), new Follower())).isEqualTo(first);
    assertThat(runner.run(other, new Follower())).isNotEqualTo(first);
  }

  @Test
  void withFoldsATrialIsTheMeanOfATrainingEach() throws IOException {
    Rehearsal study = Rehearsal.in(folder);
    TuningPlan folded = study.plan("data={file: rows.csv, folds: 3}");
    List<Task> tasks = new ArrayList<>();
    List<Double> scores = new ArrayList<>();
    TrainingEngine noting =
        new NotedEngine(
            study.engine(),
            (task, result) -> {
              tasks.add(task);
              scores.add(result.score().orElseThrow());
            });
    Follower follower = new Follower();
    TrialReport report =
        new InProcessRunner(noting, folded.source(), folded.assembly())
            .run(order(false, Optional.empty()), follower);

    assertThat(follower.seen).as("the first fold's").hasSize(3);
    assertThat(scores).hasSize(3).doesNotHaveDuplicates();
    assertThat(report.score().orElseThrow())
        .isEqualTo(scores.stream().mapToDouble(score -> score).average().orElseThrow());
    assertThat(tasks).extracting(task -> task.validation().rows()).containsExactly(16, 16, 16);
    assertThat(tasks.get(0).validation().features())
        .isNotEqualTo(tasks.get(1).validation().features());
  }

  @Test
  void aTrialOfFoldsThatWasCutOffGoesOnAtItsFold() throws IOException {
    Rehearsal study = Rehearsal.in(folder);
    TuningPlan folded = study.plan("data={file: rows.csv, folds: 3}");
    Follower cutting = new Follower();
    List<Double> trained = new ArrayList<>();
    TrainingEngine noting =
        new NotedEngine(
            study.engine(),
            (task, result) -> {
              result.score().ifPresent(trained::add);
              cutting.stop = trained.size() == 2;
            });
    InProcessRunner folds = new InProcessRunner(noting, folded.source(), folded.assembly());
    TrialOrder whole = order(false, Optional.empty());
    Path checkpoint = folder.resolve("kept/a.checkpoint");
    TrialOrder kept =
        new TrialOrder(whole.point(), 42, 1, false, Optional.empty(), Optional.of(checkpoint));
    TrialReport expected = folds.run(whole, new Follower());
    trained.clear();

    assertThat(folds.run(kept, cutting).status()).isEqualTo(Status.STOPPED);
    assertThat(trained).hasSize(2);
    TrialReport report = folds.run(kept, new Follower());

    assertThat(trained).as("each fold is trained once").hasSize(3).doesNotHaveDuplicates();
    assertThat(report).isEqualTo(expected);
    TrialOrder other =
        new TrialOrder(whole.point(), 43, 1, false, Optional.empty(), Optional.of(checkpoint));
    assertThat(folds.run(other, new Follower())).as("another training").isNotEqualTo(expected);
    assertThat(trained).hasSize(6);
  }

  @Test
  void eachFoldLeavesAModelIfOneIsWanted() throws IOException {
    Rehearsal study = Rehearsal.in(folder);
    TuningPlan folded = study.plan("data={file: rows.csv, folds: 3}");
    List<Double> trained = new ArrayList<>();
    TrainingEngine noting =
        new NotedEngine(study.engine(), (task, result) -> result.score().ifPresent(trained::add));
    InProcessRunner folds = new InProcessRunner(noting, folded.source(), folded.assembly());
    Path model = folder.resolve("a.zip");
    TrialOrder wanted =
        new TrialOrder(
            order(false, Optional.empty()).point(),
            42,
            1,
            false,
            Optional.of(model),
            Optional.of(folder.resolve("kept/a.checkpoint")));
    folds.run(wanted, new Follower());

    assertThat(model).doesNotExist();
    for (int fold = 0; fold < 3; fold++) {
      assertThat(wanted.modelOfFold(fold, 3).orElseThrow()).isNotEmptyFile();
    }
    Files.delete(wanted.modelOfFold(1, 3).orElseThrow());
    trained.clear();
    folds.run(wanted, new Follower());
    assertThat(trained).as("only the fold whose model is not there").hasSize(1);
    assertThat(wanted.modelOfFold(1, 3).orElseThrow()).isNotEmptyFile();
  }

  @Test
  void aFinishedFoldThatCannotBeReadIsTrainedAgain() throws IOException {
    FinishedFold fold = FinishedFold.after(folder.resolve("a.checkpoint.fold-0"), "one");
    TrialReport report = runner.run(order(false, Optional.empty()), new Follower());
    assertThat(fold.read()).isEmpty();

    fold.write(report);

    assertThat(fold.read()).contains(report);
    assertThat(new FinishedFold(fold.file(), "another").read()).isEmpty();
    Files.writeString(fold.file(), Files.readString(fold.file()).substring(0, 20));
    assertThat(fold.read()).isEmpty();
    Files.writeString(fold.file(), "{\"training\": \"one\"}");
    assertThat(fold.read()).isEmpty();
  }

  @Test
  void savesTheModelWithItsPreprocessing() throws IOException {
    Path model = folder.resolve("model.zip");

    TrialReport report = runner.run(order(true, Optional.of(model)), new Follower());

    assertThat(GainEngine.savedScore(model)).isEqualTo(report.score().orElseThrow());
    String json = ModelArchive.preprocessing(model).orElseThrow();
    assertThat(Preprocessing.fromJson(json)).isEqualTo(plan.source().split(1).preprocessing());
  }

  @Test
  void stopsWhenTheObserverSaysSo() {
    Follower pruning = new Follower();
    pruning.decision = Decision.STOP;
    Follower stopping = new Follower();
    stopping.stop = true;
    Path model = folder.resolve("model.zip");

    assertThat(runner.run(order(false, Optional.of(model)), pruning).status())
        .isEqualTo(Status.STOPPED);
    assertThat(pruning.seen).hasSize(1);
    assertThat(runner.run(order(false, Optional.empty()), stopping).status())
        .isEqualTo(Status.STOPPED);
    assertThat(stopping.seen).isEmpty();
    assertThat(model).doesNotExist();
  }

  @Test
  void aTrialThatGoesWrongIsAReport() throws IOException {
    FakeTechnique broken =
        FakeTechnique.of("broken", Slot.LOSS)
            .acting(
                (recipe, values) -> {
                  throw new IllegalStateException("  out of luck\n");
                });
    use(Rehearsal.in(folder).with(broken));
    ParameterValues on = plan.assembly().screening().get(0);

    TrialReport report =
        runner.run(
            new TrialOrder(on, 1, 1, false, Optional.empty(), Optional.empty()), new Follower());

    assertThat(report.status()).isEqualTo(Status.FAILED);
    assertThat(report.reason()).contains("IllegalStateException: out of luck");
    assertThat(report.score()).isEmpty();
  }

  @Test
  void soIsAModelThatCannotBeSaved() throws IOException {
    Path nowhere = Files.createFile(folder.resolve("file")).resolve("model.zip");

    TrialReport report = runner.run(order(true, Optional.of(nowhere)), new Follower());

    assertThat(report.status()).isEqualTo(Status.FAILED);
    assertThat(report.reason().orElseThrow()).contains("model.zip");
  }

  @Test
  void aStorageInTroubleIsNotTheTrialsFault() {
    TrialRunner.Observer full =
        new TrialRunner.Observer() {
          @Override
          public Decision epoch(int epoch, double score, Map<String, Double> readings) {
            throw new StorageException("disk full");
          }

          @Override
          public boolean stopRequested() {
            return false;
          }
        };

    assertThatExceptionOfType(StorageException.class)
        .isThrownBy(() -> runner.run(order(false, Optional.empty()), full))
        .withMessage("disk full");
  }
}
