package org.hone.api.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.hone.api.recipe.Architecture;
import org.hone.api.recipe.Progress;
import org.hone.api.recipe.Recipe;
import org.hone.api.recipe.StoppingRule;
import org.hone.api.training.Goal;
import org.hone.api.training.InputShape;
import org.hone.api.training.Meters;
import org.hone.api.training.Task;
import org.hone.api.training.TrainedModel;
import org.hone.api.training.TrainingEngine;
import org.hone.api.training.TrainingResult;
import org.hone.api.training.TrainingResult.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Sgd;

/**
 * What every training engine promises. All trainings here are of {@link SmallTasks}: three steps
 * per epoch.
 */
public interface EngineContract {

  /** The engine to be tested. */
  TrainingEngine engine();

  private TrainingResult train(Task task, RecordedTerms terms) {
    return engine().train(SmallTasks.baseline(task), task, terms);
  }

  @Test
  default void saysWhatItIs() {
    assertThat(engine().name()).isNotBlank();
    assertThat(engine().device()).isNotBlank().doesNotContain("\n");
  }

  @Test
  default void refusesAPlanThatDoesNotFitTheInput() {
    Architecture cnn = new Architecture.Cnn(List.of(3), 5, Activation.RELU);
    InputShape table = InputShape.table(4);
    assertThatThrownBy(() -> engine().generate(cnn, table, Goal.CLASSIFICATION, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cnn");
  }

  @Test
  default void refusesAFileThatIsNoNetwork(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("poem.json"), "roses are red");
    InputShape table = InputShape.table(4);
    assertThatThrownBy(() -> engine().open(file, table, Goal.CLASSIFICATION, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("poem.json");
  }

  @Test
  default void reportsEachEpochOnceAndInOrder() {
    RecordedTerms terms = RecordedTerms.of(7, 4);
    TrainingResult result = train(SmallTasks.classification(engine()), terms);
    assertThat(terms.reports()).extracting(RecordedTerms.Report::epoch).containsExactly(1, 2, 3, 4);
    assertThat(result.status()).isEqualTo(Status.COMPLETED);
    assertThat(result.epochs()).isEqualTo(4);
    assertThat(result.reason()).isEmpty();
  }

  @Test
  default void readsEveryMeterAfterEachEpoch() {
    RecordedTerms terms = RecordedTerms.of(7, 2);
    train(SmallTasks.regression(engine()), terms);
    for (RecordedTerms.Report report : terms.reports()) {
      // of single layers an engine may tell more
      assertThat(report.readings().keySet().stream().filter(name -> !name.contains("{")))
          .containsExactlyInAnyOrder(
              Meters.TRAIN_LOSS,
              Meters.VALIDATION_LOSS,
              Meters.VALIDATION_SCORE,
              Meters.LEARNING_RATE,
              Meters.GRADIENT_NORM,
              Meters.UPDATE_RATIO,
              Meters.STEP_SECONDS,
              Meters.ROWS_PER_SECOND,
              Meters.SKIPPED_STEPS,
              Meters.MEMORY_BYTES);
      assertThat(report.readings()).containsEntry(Meters.VALIDATION_SCORE, report.score());
      assertThat(report.readings().values()).allSatisfy(value -> assertThat(value).isFinite());
    }
  }

  @Test
  default void theResultIsThatOfTheLastEpoch() {
    RecordedTerms terms = RecordedTerms.of(7, 3);
    TrainingResult result = train(SmallTasks.classification(engine()), terms);
    double last = terms.reports().get(2).score();
    assertThat(result.score()).hasValue(last);
    assertThat(result.figures()).containsEntry(Meters.VALIDATION_SCORE, last);
  }

  @Test
  default void theSameSeedGivesTheSameScoresAndAnotherSeedOthers() {
    Task task = SmallTasks.images(engine());
    RecordedTerms first = RecordedTerms.of(7, 2);
    RecordedTerms second = RecordedTerms.of(7, 2);
    RecordedTerms other = RecordedTerms.of(8, 2);
    train(task, first);
    train(task, second);
    train(task, other);
    assertThat(second.series(Meters.VALIDATION_SCORE))
        .isEqualTo(first.series(Meters.VALIDATION_SCORE))
        .isNotEqualTo(other.series(Meters.VALIDATION_SCORE));
  }

  @Test
  default void twoThreadsGetWhatOneWouldHaveGot() {
    Task task = SmallTasks.classification(engine());
    List<Double> alone = List.of(scoreOf(task, 7), scoreOf(task, 8));
    CompletableFuture<Double> first = CompletableFuture.supplyAsync(() -> scoreOf(task, 7));
    CompletableFuture<Double> second = CompletableFuture.supplyAsync(() -> scoreOf(task, 8));
    assertThat(List.of(first.join(), second.join())).isEqualTo(alone);
  }

  private double scoreOf(Task task, long seed) {
    return train(task, RecordedTerms.of(seed, 3)).score().orElseThrow();
  }

  @Test
  default void stopsWhenTheReportIsAnsweredSo() {
    RecordedTerms terms = RecordedTerms.of(7, 5).stoppingAfter(2);
    TrainingResult result = train(SmallTasks.classification(engine()), terms);
    assertThat(terms.reports()).hasSize(2);
    assertThat(result.status()).isEqualTo(Status.STOPPED);
    assertThat(result.epochs()).isEqualTo(2);
    assertThat(result.score()).hasValue(terms.reports().get(1).score());
    assertThat(result.model()).isEmpty();
    assertThat(result.reason()).isPresent();
  }

  @Test
  default void stopsWithinOneStepOnRequest() {
    RecordedTerms terms = RecordedTerms.of(7, 5).requestingStopAtLook(5);
    TrainingResult result = train(SmallTasks.classification(engine()), terms);
    assertThat(terms.looks()).isEqualTo(5);
    assertThat(result.status()).isEqualTo(Status.STOPPED);
    assertThat(result.epochs()).isEqualTo(1);
    assertThat(result.score()).hasValue(terms.reports().get(0).score());
  }

  @Test
  default void hasNoScoreIfItIsStoppedInItsFirstEpoch() {
    RecordedTerms terms = RecordedTerms.of(7, 5).requestingStopAtLook(1);
    TrainingResult result = train(SmallTasks.classification(engine()), terms);
    assertThat(terms.reports()).isEmpty();
    assertThat(result.status()).isEqualTo(Status.STOPPED);
    assertThat(result.epochs()).isZero();
    assertThat(result.score()).isEmpty();
  }

  @Test
  default void asksTheStoppingRuleAfterEachEpoch() {
    Task task = SmallTasks.classification(engine());
    RecordedTerms terms = RecordedTerms.of(7, 9);
    TrainingResult result =
        engine().train(SmallTasks.baseline(task).withStopping(new AfterThree()), task, terms);
    assertThat(result.status()).isEqualTo(Status.COMPLETED);
    assertThat(result.epochs()).isEqualTo(3);
    assertThat(result.reason()).get().asString().contains("early stop");
    assertThat(result.model()).isPresent();
    assertThat(terms.reports()).hasSize(3);
  }

  /** Stops when it has seen three evaluations. */
  record AfterThree() implements StoppingRule {
    @Override
    public boolean shouldStop(Progress now) {
      assertThat(now.evaluations()).hasSize(now.epoch());
      assertThat(now.epochs()).isEqualTo(9);
      assertThat(now.step()).isEqualTo(3L * now.epoch());
      return now.evaluations().size() == 3;
    }

    @Override
    public boolean restoresBest() {
      return false;
    }
  }

  @Test
  default void givesATestScoreOnlyWhereThereAreTestRows() {
    Task task = SmallTasks.classification(engine());
    assertThat(train(task, RecordedTerms.of(7, 1)).figures()).doesNotContainKey(Meters.TEST_SCORE);
    assertThat(train(SmallTasks.tested(task), RecordedTerms.of(7, 1)).figures())
        .containsKey(Meters.TEST_SCORE);
  }

  @Test
  default void testRowsChangeNothingElse() {
    Task task = SmallTasks.classification(engine());
    assertThat(train(SmallTasks.tested(task), RecordedTerms.of(7, 2)).score())
        .isEqualTo(train(task, RecordedTerms.of(7, 2)).score());
  }

  @Test
  default void divergenceIsAResult() {
    Task task = SmallTasks.regression(engine());
    Recipe wild = SmallTasks.baseline(task).withUpdate(update -> update.withUpdater(new Sgd(1e30)));
    TrainingResult result = engine().train(wild, task, RecordedTerms.of(7, 3));
    assertThat(result.status()).isEqualTo(Status.FAILED);
    assertThat(result.score()).isEmpty();
    assertThat(result.model()).isEmpty();
    assertThat(result.reason()).get().asString().contains("diverged");
  }

  @Test
  default void theModelPredictsAndIsSaved(@TempDir Path folder) throws IOException {
    Task task = SmallTasks.classification(engine());
    Optional<TrainedModel> model = train(task, RecordedTerms.of(7, 1)).model();
    assertThat(model).isPresent();
    assertThat(model.get().parameters()).isPositive();
    assertThat(model.get().predict(task.validation().features()).shape())
        .containsExactly(task.validation().rows(), task.outputs());
    Path file = folder.resolve("model.zip");
    model.get().save(file);
    model.get().save(file);
    assertThat(file).isNotEmptyFile();
  }

  @Test
  default void leavesRecipeAndTaskAsTheyAre() {
    Task task = SmallTasks.classification(engine());
    Recipe recipe = SmallTasks.baseline(task);
    String before = recipe.network().describe() + recipe.update().updater();
    var features = task.training().features().dup();
    engine().train(recipe, task, RecordedTerms.of(7, 2));
    assertThat(recipe.network().describe() + recipe.update().updater()).isEqualTo(before);
    assertThat(task.training().features()).isEqualTo(features);
  }
}
