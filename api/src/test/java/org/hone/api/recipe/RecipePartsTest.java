package org.hone.api.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.hone.api.recipe.GradientStage.Position;
import org.hone.api.recipe.Progress.Evaluation;
import org.hone.api.testkit.FakeEngine;
import org.hone.api.testkit.SmallTasks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Sgd;

class RecipePartsTest {
  private static final Recipe RECIPE =
      SmallTasks.baseline(SmallTasks.classification(new FakeEngine()));

  @Test
  void editsReturnChangedCopies() {
    WeightRule.Factory rule = run -> new WeightRule() {};
    StoppingRule stopping = stopping();
    Finish act = trainer -> {};
    Recipe edited =
        RECIPE
            .withWeights(rule)
            .withStopping(stopping)
            .withFinish(act)
            .withFeed(feed -> Feed.shuffled(2))
            .withUpdate(update -> update.withUpdater(new Sgd(0.5)))
            .withNetwork(network -> network.mapLoss(loss -> loss));
    assertThat(edited.weights()).containsExactly(rule);
    assertThat(edited.stopping()).contains(stopping);
    assertThat(edited.finish()).containsExactly(act);
    assertThat(edited.feed().batchSize()).isEqualTo(2);
    assertThat(edited.update().updater()).isEqualTo(new Sgd(0.5));
    assertThat(edited.network()).isNotSameAs(RECIPE.network());
    assertThat(RECIPE.weights()).isEmpty();
    assertThat(RECIPE.stopping()).isEmpty();
    assertThat(RECIPE.finish()).isEmpty();
    assertThat(RECIPE.feed().batchSize()).isEqualTo(8);
  }

  private static StoppingRule stopping() {
    return new StoppingRule() {
      @Override
      public boolean shouldStop(Progress now) {
        return true;
      }

      @Override
      public boolean restoresBest() {
        return false;
      }
    };
  }

  @Test
  void aWeightRuleDoesNothingByItself() {
    WeightRule idle = new WeightRule() {};
    idle.afterUpdate();
    assertThat(idle.evaluationWeights()).isEmpty();
    assertThat(idle.members()).isEmpty();
  }

  @Test
  void stagesStandInTheirPublishedOrderWhateverTheOrderOfTechniques() {
    GradientStage firstNoise = stage(Position.NOISE);
    GradientStage secondNoise = stage(Position.NOISE);
    GradientStage clipping = stage(Position.CLIPPING);
    GradientStage accumulation = stage(Position.ACCUMULATION);
    Update update =
        Update.of(new Adam())
            .withStage(firstNoise)
            .withStage(clipping)
            .withStage(secondNoise)
            .withStage(accumulation);
    assertThat(update.stages()).containsExactly(accumulation, clipping, firstNoise, secondNoise);
  }

  private static GradientStage stage(Position position) {
    return GradientStage.after(position, run -> {});
  }

  @Test
  void aStageAfterTheGradientIsLeftOutWhenTheStepIsSkipped() {
    List<String> calls = new ArrayList<>();
    GradientStage stage = GradientStage.after(Position.NOISE, run -> calls.add("noise"));
    Batch batch = Batch.of(Nd4j.zeros(1, 1), Nd4j.zeros(1, 1));
    assertThat(stage.around(given -> GradientStep.Outcome.SKIP, null).compute(batch))
        .isEqualTo(GradientStep.Outcome.SKIP);
    assertThat(calls).isEmpty();
    assertThat(stage.around(given -> GradientStep.Outcome.APPLY, null).compute(batch))
        .isEqualTo(GradientStep.Outcome.APPLY);
    assertThat(calls).containsExactly("noise");
  }

  @Test
  void anUpdateKeepsItsOtherPartsWhenOneIsChanged() {
    Schedule halved = now -> Rates.of(0.5);
    Update update =
        Update.of(new Adam())
            .withSchedule(halved)
            .withRateByLayer(Map.of("dense-1", 0.1))
            .withStage(stage(Position.CLIPPING))
            .withUpdater(new Sgd(1));
    assertThat(update.schedule()).isSameAs(halved);
    assertThat(update.rateByLayer()).containsEntry("dense-1", 0.1);
    assertThat(update.stages()).hasSize(1);
    assertThat(update.updater()).isEqualTo(new Sgd(1));
    assertThat(Schedule.constant().at(progress(0, 1, 0, 1)).factor()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"-0.1", "NaN", "Infinity"})
  void ratesAreFiniteAndNotNegative(double factor) {
    assertThatIllegalArgumentException().isThrownBy(() -> Rates.of(factor));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Update.of(new Adam()).withRateByLayer(Map.of("dense-1", factor)))
        .withMessageContaining("dense-1");
  }

  @ParameterizedTest
  @CsvSource({"-0.1", "NaN", "1"})
  void aMomentumLiesBelowOne(double momentum) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Rates(1, OptionalDouble.of(momentum)))
        .withMessageContaining("momentum");
  }

  @Test
  void augmentationsAreAppliedInTheOrderTheyWereAdded() {
    Augmentation one = (batch, run) -> batch;
    Augmentation two = (batch, run) -> batch;
    RowOrder order = (labels, now, random) -> new int[] {0};
    Feed feed = Feed.shuffled(4).withRows(one).withRows(two).withBatches(two).withOrder(order);
    assertThat(feed.rows()).containsExactly(one, two);
    assertThat(feed.batches()).containsExactly(two);
    assertThat(feed.order()).isSameAs(order);
    assertThat(feed.batchSize()).isEqualTo(4);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Feed.shuffled(0))
        .withMessageContaining("batchSize=0");
  }

  @Test
  void aMaskCoversTheStepsOfEachRow() {
    var sequences = Nd4j.zeros(2, 3, 4);
    var mask = Nd4j.ones(2, 4);
    Inputs inputs = new Inputs(sequences, Optional.of(mask));
    assertThat(inputs.rows(1, 2).features().shape()).containsExactly(1, 3, 4);
    assertThat(inputs.rows(1, 2).mask().orElseThrow().shape()).containsExactly(1, 4);
    assertThat(inputs.withFeatures(sequences.add(1)).mask()).contains(mask);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Inputs(sequences, Optional.of(Nd4j.ones(2, 3))))
        .withMessageContaining("[2, 4], but has [2, 3]");
  }

  @Test
  void someRowsOfABatchKeepTheirLabelsAndWeights() {
    Batch batch = Batch.of(Nd4j.eye(4), Nd4j.arange(4).reshape(4, 1)).withWeights(Nd4j.ones(4, 1));
    Batch middle = batch.rows(1, 3);
    assertThat(middle.size()).isEqualTo(2);
    assertThat(middle.labels().toDoubleVector()).containsExactly(1, 2);
    assertThat(middle.weights().orElseThrow().size(0)).isEqualTo(2);
    assertThat(batch.withLabels(Nd4j.eye(4)).labels()).isEqualTo(Nd4j.eye(4));
    assertThat(batch.withFeatures(Nd4j.zeros(4, 2)).features().size(1)).isEqualTo(2);
  }

  @Test
  void aLossScaleIsAPowerOfTwo() {
    assertThat(Precision.single().scale().isDynamic()).isFalse();
    assertThat(Precision.Format.FLOAT16.digits()).isEqualTo(10);
    assertThat(Precision.Format.FLOAT16.leastExponent()).isEqualTo(-14);
    assertThat(Precision.Format.FLOAT16.largest()).isEqualTo(65_504);
    assertThat(new Precision.LossScale(1024, 200).isDynamic()).isTrue();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Precision.LossScale(3, 200))
        .withMessageContaining("3.0");
    assertThatIllegalArgumentException().isThrownBy(() -> new Precision.LossScale(2, -1));
  }

  @Test
  void aBatchHasALabelAndAWeightForEachRow() {
    var two = Nd4j.zeros(2, 3);
    assertThat(Batch.of(two, Nd4j.zeros(2, 1)).size()).isEqualTo(2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Batch.of(two, Nd4j.zeros(3, 1)))
        .withMessageContaining("2 and 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Batch.of(two, two).withWeights(Nd4j.ones(2)))
        .withMessageContaining("[2, 1]");
  }

  @Test
  void anArchitectureHasPositiveSizes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Architecture.Mlp(List.of(8, 0), Activation.RELU))
        .withMessageContaining("[8, 0]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Architecture.Cnn(List.of(-1), 8, Activation.RELU));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Architecture.Cnn(List.of(4), 0, Activation.RELU))
        .withMessageContaining("dense");
  }

  @ParameterizedTest(name = "epoch {0} of {1}, step {2} of {3}")
  @CsvSource({
    "0,4,0,10,0",
    "0,4,5,10,0.125",
    "2,4,5,10,0.625",
    "4,4,0,10,1",
    "4,4,9,10,1",
    "1,4,0,0,0.25"
  })
  void theFractionIsTheShareOfTheBudget(
      int epoch, int epochs, long step, long steps, double fraction) {
    assertThat(progress(epoch, epochs, step, steps).fraction()).isEqualTo(fraction);
  }

  private static Progress progress(int epoch, int epochs, long step, long steps) {
    return new Progress(
        epoch, epochs, epoch * steps + step, step, steps, List.of(new Evaluation(1, 1)));
  }

  @Test
  void aTrainingHasAnEpoch() {
    assertThatIllegalArgumentException().isThrownBy(() -> progress(0, 0, 0, 1));
  }
}
