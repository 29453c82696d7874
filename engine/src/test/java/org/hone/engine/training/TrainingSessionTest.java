package org.hone.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.hone.api.recipe.Inference;
import org.hone.api.recipe.Inputs;
import org.hone.api.recipe.Progress;
import org.hone.api.recipe.Rates;
import org.hone.api.recipe.Recipe;
import org.hone.api.recipe.StoppingRule;
import org.hone.api.recipe.Synonyms;
import org.hone.api.recipe.WeightRule;
import org.hone.api.testkit.RecordedTerms;
import org.hone.api.testkit.SmallTasks;
import org.hone.api.training.Examples;
import org.hone.api.training.Goal;
import org.hone.api.training.Meters;
import org.hone.api.training.Metric;
import org.hone.api.training.Scaling;
import org.hone.api.training.Task;
import org.hone.api.training.TrainedModel;
import org.hone.api.training.TrainingResult;
import org.hone.api.training.TrainingResult.Status;
import org.hone.engine.backend.MemoryWatch;
import org.hone.engine.metrics.Metrics;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Sgd;

class TrainingSessionTest {
  private static final Task MLP = SmallTasks.classification(Workbench.ENGINE);

  private static Task objective(Task task, Metric metric, Examples validation) {
    return new Task(
        task.goal(),
        task.input(),
        task.outputs(),
        task.training(),
        validation,
        task.test(),
        task.scaling(),
        task.network(),
        metric,
        Synonyms.none());
  }

  /** Stops as told; goes back to the best weights or not. */
  private record Stop(Predicate<Progress> when, boolean restoresBest) implements StoppingRule {
    @Override
    public boolean shouldStop(Progress now) {
      return when.test(now);
    }
  }

  @Test
  void learns() {
    RecordedTerms terms = RecordedTerms.of(5, 30);
    Workbench.ENGINE.train(Workbench.recipe(MLP, new Adam(0.05)), MLP, terms);
    List<Double> losses = terms.series(Meters.TRAIN_LOSS);
    assertThat(losses.get(29)).isLessThan(0.2 * losses.get(0));
  }

  @Test
  void divergenceSaysWhenAndAfterHowManySteps() {
    Task task = SmallTasks.regression(Workbench.ENGINE);
    RecordedTerms terms = RecordedTerms.of(5, 4);
    Recipe recipe =
        Workbench.recipe(task, new Sgd(0.1))
            .withUpdate(update -> update.withSchedule(now -> Rates.of(now.step() == 4 ? 1e30 : 1)));
    TrainingResult result = Workbench.ENGINE.train(recipe, task, terms);
    assertThat(result.status()).isEqualTo(Status.FAILED);
    assertThat(result.epochs()).as("finished").isEqualTo(1);
    assertThat(terms.reports()).hasSize(1);
    assertThat(result.reason())
        .contains("diverged: the training loss was not finite in epoch 2, after 5 steps");
  }

  @Test
  void divergenceInTheLastStepIsSeenByTheValidation() {
    Task task = SmallTasks.regression(Workbench.ENGINE);
    Recipe recipe =
        Workbench.recipe(task, new Sgd(0.1))
            .withUpdate(update -> update.withSchedule(now -> Rates.of(now.step() == 5 ? 1e30 : 1)));
    TrainingResult result = Workbench.train(recipe, task, 2);
    assertThat(result.reason())
        .contains("diverged: the validation loss was not finite after epoch 2, after 6 steps");
  }

  @Test
  void anObjectiveThatIsNoNumberIsNamed() {
    Task task = SmallTasks.regression(Workbench.ENGINE);
    Examples constant =
        Examples.of(task.validation().features(), task.validation().labels().ulike().assign(1));
    Task odd = objective(task, Metrics.named("r2"), constant);
    TrainingResult result = Workbench.train(Workbench.recipe(odd, new Sgd(0.1)), odd, 1);
    assertThat(result.status()).isEqualTo(Status.FAILED);
    assertThat(result.reason()).contains("'r2' of the validation rows is -Infinity");
  }

  @Test
  void earlyStoppingGoesBackToTheSmallestLoss() {
    // the rate explodes slowly: the best epoch is not the last
    Recipe recipe =
        Workbench.recipe(MLP, new Sgd(0.3))
            .withUpdate(update -> update.withSchedule(now -> Rates.of(now.epoch() < 3 ? 1 : 40)));
    RecordedTerms terms = RecordedTerms.of(5, 9);
    TrainingResult result =
        Workbench.ENGINE.train(
            recipe.withStopping(new Stop(now -> now.epoch() == 6, true)), MLP, terms);
    List<Double> losses = terms.series(Meters.VALIDATION_LOSS);
    double smallest = losses.stream().mapToDouble(loss -> loss).min().orElseThrow();
    assertThat(losses.indexOf(smallest)).isEqualTo(2);
    assertThat(result.figures().get(Meters.VALIDATION_LOSS)).isEqualTo(smallest);
    assertThat(result.score()).hasValue(terms.reports().get(2).score());
    assertThat(result.reason()).contains("early stop after epoch 6");
    assertThat(result.epochs()).isEqualTo(6);

    TrainingResult last =
        Workbench.train(recipe.withStopping(new Stop(now -> now.epoch() == 6, false)), MLP, 9);
    assertThat(last.figures().get(Meters.VALIDATION_LOSS)).isEqualTo(losses.get(5));
  }

  @Test
  void theBestWeightsAreThoseThatWereEvaluated() {
    INDArray fixed = Workbench.lastWeights(Workbench.recipe(MLP, new Sgd(0.5)), MLP, 1);
    Recipe recipe =
        Workbench.recipe(MLP, new Sgd(0.5))
            .withWeights(
                run ->
                    new WeightRule() {
                      @Override
                      public Optional<INDArray> evaluationWeights() {
                        return Optional.of(fixed);
                      }
                    })
            .withStopping(new Stop(now -> false, true));
    TrainedModel model = Workbench.train(recipe, MLP, 2).model().orElseThrow();
    LiveGraph graph = Workbench.live(MLP.network(), new Sgd(1));
    graph.weights().assign(fixed);
    INDArray features = MLP.validation().features();
    assertThat(model.predict(features)).isEqualTo(graph.predict(Inputs.of(features)));
  }

  @Test
  void twoThreadsGetTheSameWeightsAsOneSeed5() {
    Task dropped =
        MLP.withNetwork(
            MLP.network()
                .mapLayers(
                    site -> site.depth() > 0,
                    layer -> {
                      layer.setIDropout(new Dropout(0.5));
                      return layer;
                    }));
    Recipe recipe = Workbench.recipe(dropped, new Adam(0.05));
    INDArray alone = Workbench.lastWeights(recipe, dropped, 8);
    List<CompletableFuture<INDArray>> both = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      both.add(
          CompletableFuture.supplyAsync(
              () -> Workbench.lastWeights(recipe, dropped, 8), task -> new Thread(task).start()));
    }
    assertThat(both).extracting(CompletableFuture::join).containsExactly(alone, alone);
  }

  @Test
  void theCallersRandomNumbersDoNotMatter() {
    Recipe recipe = Workbench.recipe(MLP, new Adam(0.05));
    Nd4j.getRandom().setSeed(1);
    INDArray first = Workbench.lastWeights(recipe, MLP, 1);
    Nd4j.getRandom().setSeed(2);
    Nd4j.rand(17);
    assertThat(Workbench.lastWeights(recipe, MLP, 1)).isEqualTo(first);
  }

  /** Targets are a thousand times larger than the network sees. */
  private static final class Thousandth implements Scaling {
    @Override
    public INDArray features(INDArray raw) {
      return raw.dup();
    }

    @Override
    public INDArray labels(INDArray raw) {
      return raw.div(1000);
    }

    @Override
    public INDArray predictions(INDArray scaled) {
      return scaled.mul(1000);
    }
  }

  @Test
  void lossesAreOfScaledTargetsAndTheObjectiveIsInTheirUnits() {
    Task task = Workbench.oneTargetTask(new Thousandth());
    RecordedTerms terms = RecordedTerms.of(5, 1);
    TrainingResult result = Workbench.ENGINE.train(Workbench.recipe(task, new Sgd(0)), task, terms);
    double scaledLoss = terms.series(Meters.VALIDATION_LOSS).get(0);
    assertThat(result.score().orElseThrow()).isEqualTo(1000 * Math.sqrt(scaledLoss), within(1e-2));
    TrainedModel model = result.model().orElseThrow();
    INDArray scaled = model.predict(task.validation().features());
    INDArray errors = scaled.mul(1000).sub(task.validation().labels());
    assertThat(result.score().orElseThrow())
        .isEqualTo(Math.sqrt(errors.mul(errors).meanNumber().doubleValue()), within(1e-2));
  }

  @Test
  void oneTargetIsLearnt() {
    Task task = Workbench.oneTargetTask(Scaling.none());
    RecordedTerms terms = RecordedTerms.of(5, 40);
    TrainingResult result =
        Workbench.ENGINE.train(Workbench.recipe(task, new Adam(0.05)), task, terms);
    assertThat(result.score().orElseThrow()).isLessThan(0.6 * terms.reports().get(0).score());
  }

  @Test
  void theTestScoreIsThatOfTheFinalWeights() {
    Task task = SmallTasks.tested(MLP);
    TrainingResult result = Workbench.train(Workbench.recipe(task, new Sgd(0.5)), task, 2);
    Examples rows = task.test().orElseThrow();
    INDArray predictions = result.model().orElseThrow().predict(rows.features());
    assertThat(result.figures().get(Meters.TEST_SCORE))
        .isEqualTo(task.objective().compute(predictions, rows.labels()));
  }

  @Test
  void manyRowsArePredictedInPieces() {
    List<Integer> sizes = new ArrayList<>();
    Inference predictor =
        inputs -> {
          sizes.add(inputs.rows());
          return inputs.features().mul(2);
        };
    INDArray features = Nd4j.rand(1100, 3);
    assertThat(Evaluator.predict(predictor, Inputs.of(features))).isEqualTo(features.mul(2));
    assertThat(sizes).containsExactly(512, 512, 76);
  }

  @Test
  void noEpochIsRefused() {
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () -> Workbench.train(Workbench.recipe(MLP, new Sgd(1)), MLP, 0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("epochs=0");
  }

  @Test
  void theTaskSaysTheGoalOfTheLoss() {
    // log-loss for classes, whatever the objective
    Task task = objective(MLP, Metrics.named("accuracy"), MLP.validation());
    TrainingResult result = Workbench.train(Workbench.recipe(task, new Sgd(0)), task, 1);
    INDArray predictions = result.model().orElseThrow().predict(task.validation().features());
    assertThat(task.goal()).isEqualTo(Goal.CLASSIFICATION);
    assertThat(result.figures().get(Meters.VALIDATION_LOSS))
        .isEqualTo(
            Metrics.named("log-loss").compute(predictions, task.validation().labels()),
            within(1e-9));
  }

  @Test
  void endsWithAReasonBeforeTheProcessHoldsTooMuch() {
    System.setProperty(MemoryWatch.LIMIT, "1000000");
    try {
      Task task = SmallTasks.classification(Workbench.ENGINE);
      TrainingResult result = Workbench.train(Workbench.recipe(task, new Adam(0.01)), task, 3);

      assertThat(result.status()).isEqualTo(TrainingResult.Status.FAILED);
      assertThat(result.reason())
          .hasValueSatisfying(
              reason -> assertThat(reason).matches("out of memory: .* held, at most 0 MB"));
    } finally {
      System.clearProperty(MemoryWatch.LIMIT);
    }
  }
}
