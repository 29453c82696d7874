package org.hone.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hone.api.recipe.Architecture;
import org.hone.api.recipe.GradientStage;
import org.hone.api.recipe.GradientStage.Position;
import org.hone.api.recipe.GradientStep;
import org.hone.api.recipe.ParameterView;
import org.hone.api.recipe.Recipe;
import org.hone.api.recipe.Run;
import org.hone.api.testkit.RecordedTerms;
import org.hone.api.testkit.SmallTasks;
import org.hone.api.training.Goal;
import org.hone.api.training.Meters;
import org.hone.api.training.Task;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;

/** What the meters of a training read. That all of them do is part of EngineContract. */
class ReadingsTest {
  private static final Task MLP = SmallTasks.classification(Workbench.ENGINE);

  private static RecordedTerms train(Recipe recipe, int epochs) {
    RecordedTerms terms = RecordedTerms.of(5, epochs);
    Workbench.ENGINE.train(recipe, MLP, terms);
    return terms;
  }

  @Test
  void theTrainingLossIsTheMeanOverBatches() {
    // at a rate of zero every epoch sees the same weights, and equal batches make the mean that of
    // all rows
    RecordedTerms terms = train(Workbench.recipe(MLP, new Sgd(0)), 2);
    double all = Workbench.live(MLP.network(), new Sgd(0)).computeGradient(Workbench.allRows(MLP));
    assertThat(terms.series(Meters.TRAIN_LOSS))
        .allSatisfy(loss -> assertThat(loss).isEqualTo(all, within(1e-6)));
  }

  @Test
  void theUpdateRatioIsThatOfTheLastStep() {
    List<INDArray> weights = new ArrayList<>();
    RecordedTerms terms =
        train(
            Workbench.recipe(MLP, new Sgd(0.5))
                .withWeights(Workbench.afterUpdate(run -> weights.add(run.weights().dup()))),
            1);
    double update = weights.get(2).sub(weights.get(1)).norm2Number().doubleValue();
    assertThat(terms.series(Meters.UPDATE_RATIO).get(0))
        .isEqualTo(update / weights.get(2).norm2Number().doubleValue(), within(1e-6));
  }

  @Test
  void aSkippedLastStepHasNoUpdate() {
    GradientStage skip =
        new GradientStage() {
          @Override
          public Position position() {
            return Position.LOSS_SCALING;
          }

          @Override
          public GradientStep around(GradientStep inner, Run run) {
            return batch -> {
              inner.compute(batch);
              return GradientStep.Outcome.SKIP;
            };
          }
        };
    RecordedTerms terms =
        train(Workbench.recipe(MLP, new Sgd(0.5)).withUpdate(update -> update.withStage(skip)), 1);
    assertThat(terms.series(Meters.UPDATE_RATIO)).containsExactly(0.0);
    assertThat(terms.series(Meters.SKIPPED_STEPS)).containsExactly(3.0);
  }

  @Test
  void theGradientNormIsThatOfTheFirstOfEachFiftyPasses() {
    int passes = 30;
    List<Double> norms = new ArrayList<>();
    GradientStage several =
        new GradientStage() {
          @Override
          public Position position() {
            return Position.ACCUMULATION;
          }

          @Override
          public GradientStep around(GradientStep inner, Run run) {
            return batch -> {
              for (int i = 1; i < passes; i++) {
                inner.compute(batch);
              }
              GradientStep.Outcome outcome = inner.compute(batch);
              norms.add(run.gradients().norm2Number().doubleValue());
              return outcome;
            };
          }
        };
    RecordedTerms terms =
        train(
            Workbench.recipe(MLP, new Sgd(0.5)).withUpdate(update -> update.withStage(several)), 2);
    // passes 1 and 51 are of the first two of three steps, in each epoch anew
    assertThat(norms).hasSize(6).doesNotHaveDuplicates();
    assertThat(terms.series(Meters.GRADIENT_NORM).get(0))
        .isEqualTo((norms.get(0) + norms.get(1)) / 2, within(1e-6));
    assertThat(terms.series(Meters.GRADIENT_NORM).get(1))
        .isEqualTo((norms.get(3) + norms.get(4)) / 2, within(1e-6));
  }

  @Test
  void layersAreLookedAtSoSeldomThatItCostsLittle() {
    LayerReadings.Budget ofLongEpochs = new LayerReadings.Budget(35, 1000);
    LayerReadings.Budget ofShortOnes = new LayerReadings.Budget(250, 25);

    assertThat(IntStream.rangeClosed(1, 35).filter(ofLongEpochs::isTimeToLook))
        .as("each tenth epoch, and the last")
        .containsExactly(10, 20, 30, 35);
    assertThat(IntStream.rangeClosed(1, 250).filter(ofShortOnes::isTimeToLook))
        .as("each 2000 steps, and the last epoch")
        .containsExactly(80, 160, 240, 250);
  }

  @Test
  void whatIsReadOfLayersIsSo() {
    String layer = MLP.network().sites().get(0).name();
    List<INDArray> weights = new ArrayList<>();
    Recipe recipe =
        Workbench.recipe(MLP, new Sgd(0.5))
            .withWeights(Workbench.afterUpdate(run -> weights.add(ofLayer(run, layer))));
    RecordedTerms terms = train(recipe, 12);

    List<Double> norms = terms.series(Meters.ofLayer(Meters.LAYER_WEIGHT_NORM, layer));
    List<Double> ratios = terms.series(Meters.ofLayer(Meters.LAYER_UPDATE_RATIO, layer));
    List<Double> dead = terms.series(Meters.ofLayer(Meters.LAYER_DEAD_SHARE, layer));
    for (int epoch = 1; epoch <= 12; epoch++) {
      if (epoch < 12) {
        assertThat(norms.get(epoch - 1)).isNull();
        assertThat(dead.get(epoch - 1)).isNull();
        continue;
      }
      INDArray after = weights.get(3 * epoch - 1);
      double norm = after.norm2Number().doubleValue();
      double update = after.sub(weights.get(3 * epoch - 2)).norm2Number().doubleValue();
      assertThat(norms.get(epoch - 1)).isEqualTo(norm, within(1e-5));
      assertThat(ratios.get(epoch - 1)).isEqualTo(update / norm, within(1e-6));
      assertThat(dead.get(epoch - 1)).isBetween(0.0, 1.0);
    }
  }

  private static INDArray ofLayer(Run run, String layer) {
    return Nd4j.toFlattened(
        run.views().stream()
            .filter(view -> view.layer().equals(layer))
            .map(ParameterView::weight)
            .toList());
  }

  @Test
  void aUnitThatIsNeverOnIsDead() {
    int units = 6;
    INDArray bias = Nd4j.valueArrayOf(new long[] {units}, 100.0).putScalar(0, -1e6);
    Task plain =
        SmallTasks.table(
            Workbench.ENGINE,
            Goal.CLASSIFICATION,
            new Architecture.Mlp(List.of(units), Activation.RELU));
    String layer = plain.network().sites().get(0).name();
    Task task =
        plain.withNetwork(
            plain
                .network()
                .weightsFrom(
                    (name, key) ->
                        name.equals(layer) && key.equals("b")
                            ? Optional.of(bias)
                            : Optional.empty()));
    RecordedTerms terms = RecordedTerms.of(5, 1);
    Workbench.ENGINE.train(Workbench.recipe(task, new Sgd(0)), task, terms);

    assertThat(terms.series(Meters.ofLayer(Meters.LAYER_DEAD_SHARE, layer)).get(0))
        .isEqualTo(1.0 / units, within(1e-6));
  }

  @Test
  void rowsAndSecondsBelongTogether() {
    RecordedTerms terms = train(Workbench.recipe(MLP, new Sgd(0.5)), 1);
    double seconds = 3 * terms.series(Meters.STEP_SECONDS).get(0);
    assertThat(terms.series(Meters.ROWS_PER_SECOND).get(0) * seconds)
        .isEqualTo(SmallTasks.ROWS, within(1e-6));
  }

  @Test
  void preparingABatchBelongsToItsStep() {
    Recipe slow =
        Workbench.recipe(MLP, new Sgd(0.5))
            .withFeed(
                feed ->
                    feed.withBatches(
                        (batch, run) -> {
                          sleep(30);
                          return batch;
                        }));
    assertThat(train(slow, 1).series(Meters.STEP_SECONDS).get(0)).isGreaterThan(0.03);
  }

  private static void sleep(long milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
