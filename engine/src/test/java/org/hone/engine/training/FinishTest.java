package org.hone.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hone.api.recipe.Finish;
import org.hone.api.recipe.ParameterView;
import org.hone.api.recipe.Recipe;
import org.hone.api.recipe.Trainer;
import org.hone.api.recipe.WeightRule;
import org.hone.api.testkit.RecordedTerms;
import org.hone.api.testkit.SmallTasks;
import org.hone.api.training.Task;
import org.hone.api.training.TrainedModel;
import org.hone.api.training.TrainingResult;
import org.hone.api.training.TrainingResult.Status;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.ops.transforms.Transforms;

class FinishTest {
  private static final Task MLP = SmallTasks.classification(Workbench.ENGINE);
  private static final WeightRule NOTHING = new WeightRule() {};

  private static Recipe finishing(Finish act) {
    return Workbench.recipe(MLP, new Adam(0.05)).withFinish(act);
  }

  /** Half of each weight matrix is cut, by magnitude, and stays so while the rest trains on. */
  private static void prune(Trainer trainer) {
    for (ParameterView view : trainer.run().views()) {
      if (view.key().equals("W")) {
        INDArray size = Transforms.abs(view.weight());
        INDArray kept = size.gte(size.medianNumber()).castTo(size.dataType());
        view.weight().muli(kept);
      }
    }
    INDArray weights = trainer.run().weights();
    INDArray mask = weights.neq(0).castTo(weights.dataType());
    trainer.train(2, 0.5, masking(weights, mask));
    trainer.record(
        "hone.model.zeros",
        weights.length() - weights.neq(0).castTo(DataType.INT32).sumNumber().intValue());
  }

  private static WeightRule masking(INDArray weights, INDArray mask) {
    return new WeightRule() {
      @Override
      public void afterUpdate() {
        weights.muli(mask);
      }
    };
  }

  @Test
  void pruningKeepsItsZerosThroughFineTuning() {
    TrainingResult result = Workbench.train(finishing(FinishTest::prune), MLP, 3);
    int matrices = 4 * 6 + 6 * 6 + 6 * 3;
    assertThat(result.status()).isEqualTo(Status.COMPLETED);
    assertThat(result.figures().get("hone.model.zeros")).isEqualTo(matrices / 2.0);
  }

  @Test
  void theModelIsWhatTheActsLeave() {
    List<Double> scores = new ArrayList<>();
    Recipe recipe =
        finishing(trainer -> scores.add(trainer.score()))
            .withFinish(trainer -> trainer.run().weights().muli(0))
            .withFinish(trainer -> scores.add(trainer.score()));
    RecordedTerms terms = RecordedTerms.of(5, 2);
    TrainingResult result = Workbench.ENGINE.train(recipe, MLP, terms);
    assertThat(scores.get(0)).isEqualTo(terms.reports().get(1).score());
    assertThat(result.score()).hasValue(scores.get(1));
    TrainedModel model = result.model().orElseThrow();
    assertThat(model.predict(MLP.validation().features()).getDouble(0, 0))
        .isEqualTo(1.0 / 3, within(1e-6));
  }

  @Test
  void trainingOnIsAtAConstantRateWithTheStagesOfTheRecipe() {
    List<Double> moved = new ArrayList<>();
    List<Long> stages = new ArrayList<>();
    Recipe recipe =
        Workbench.recipe(MLP, new Sgd(0.5))
            .withUpdate(
                update ->
                    update
                        .withSchedule(now -> org.hone.api.recipe.Rates.of(0))
                        .withStage(
                            org.hone.api.recipe.GradientStage.after(
                                org.hone.api.recipe.GradientStage.Position.NOISE,
                                run -> {
                                  stages.add(run.progress().step());
                                  run.gradients().assign(1);
                                })))
            .withFinish(
                trainer -> {
                  INDArray before = trainer.run().weights().dup();
                  trainer.train(1, 0.1, NOTHING);
                  moved.add(before.sub(trainer.run().weights()).meanNumber().doubleValue());
                });
    Workbench.train(recipe, MLP, 1);
    assertThat(moved.get(0)).isEqualTo(3 * 0.5 * 0.1, within(1e-6));
    assertThat(stages).containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
  }

  @Test
  void itBeginsWithTheWeightsThatAreKept() {
    INDArray fixed = Workbench.lastWeights(Workbench.recipe(MLP, new Sgd(0.5)), MLP, 1);
    List<INDArray> seen = new ArrayList<>();
    Recipe recipe =
        finishing(trainer -> seen.add(trainer.run().weights().dup()))
            .withWeights(
                run ->
                    new WeightRule() {
                      @Override
                      public java.util.Optional<INDArray> evaluationWeights() {
                        return java.util.Optional.of(fixed);
                      }
                    });
    Workbench.train(recipe, MLP, 1);
    assertThat(seen).containsExactly(fixed);
  }

  @Test
  void calibrationRowsAreTheTrainingRows() {
    List<INDArray> seen = new ArrayList<>();
    Workbench.train(finishing(trainer -> seen.add(trainer.calibrationInputs().features())), MLP, 1);
    assertThat(seen).containsExactly(MLP.training().features());
  }

  @Test
  void activationsAreThoseOfTheWeightsAsTheyAre() {
    List<Map<String, INDArray>> seen = new ArrayList<>();
    List<INDArray> outputs = new ArrayList<>();
    Workbench.train(
        finishing(
                trainer -> {
                  trainer.run().weights().muli(2);
                  seen.add(trainer.activations(trainer.calibrationInputs()));
                })
            .withFinish(trainer -> outputs.add(trainer.run().weights().dup())),
        MLP,
        1);
    LiveGraph graph = Workbench.live(MLP.network(), new Sgd(1));
    graph.weights().assign(outputs.get(0));
    assertThat(seen.get(0)).containsKeys("dense-1", "dense-2", "output");
    assertThat(seen.get(0).get("output")).isEqualTo(graph.predict(MLP.training().inputs()));
    assertThat(seen.get(0).get("dense-1").shape()).containsExactly(24, 6);
  }

  @Test
  void whatAnActivationOverwritesIsNoActivation() {
    Task task = MLP.withNetwork(Workbench.normalized(MLP.network()));
    List<Map<String, INDArray>> seen = new ArrayList<>();
    Workbench.train(
        Workbench.recipe(task, new Adam(0.05))
            .withFinish(trainer -> seen.add(trainer.activations(trainer.calibrationInputs()))),
        task,
        1);
    assertThat(seen.get(0))
        .containsOnlyKeys(
            "input", "dense-1", "dense-1-activation", "dense-2", "dense-2-activation", "output");
    assertThat(seen.get(0).get("input")).isEqualTo(MLP.training().features());
  }

  @Test
  void aStopIsSeenWhileTrainingOn() {
    List<Long> steps = new ArrayList<>();
    Recipe recipe =
        finishing(
            trainer -> {
              trainer.train(5, 1, NOTHING);
              trainer.train(5, 1, NOTHING);
              steps.add(trainer.run().progress().step());
            });
    RecordedTerms terms = RecordedTerms.of(5, 1).requestingStopAtLook(5);
    TrainingResult result = Workbench.ENGINE.train(recipe, MLP, terms);
    assertThat(steps).containsExactly(4L);
    assertThat(result.status()).isEqualTo(Status.STOPPED);
    assertThat(result.score()).hasValue(terms.reports().get(0).score());
    assertThat(result.model()).isEmpty();
  }

  @Test
  void aModelThatTheActsBreakIsAFailure() {
    TrainingResult result =
        Workbench.train(finishing(trainer -> trainer.run().weights().assign(Float.NaN)), MLP, 1);
    assertThat(result.status()).isEqualTo(Status.FAILED);
    assertThat(result.reason()).get().asString().contains("the final validation loss");
    TrainingResult wild =
        Workbench.train(
            finishing(
                trainer -> {
                  trainer.run().weights().assign(Float.NaN);
                  trainer.train(3, 1, NOTHING);
                }),
            MLP,
            1);
    assertThat(wild.status()).isEqualTo(Status.FAILED);
    assertThat(wild.reason()).get().asString().contains("after 3 steps");
  }
}
