package org.hone.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.hone.api.recipe.Batch;
import org.hone.api.recipe.GradientStep.Outcome;
import org.hone.api.recipe.Precision;
import org.hone.api.recipe.Precision.Format;
import org.hone.api.recipe.Precision.LossScale;
import org.hone.api.recipe.Progress;
import org.hone.api.recipe.RandomState;
import org.hone.api.recipe.Recipe;
import org.hone.api.recipe.Synonyms;
import org.hone.api.recipe.Update;
import org.hone.api.testkit.RecordedTerms;
import org.hone.api.testkit.SmallTasks;
import org.hone.api.training.Meters;
import org.hone.api.training.Task;
import org.hone.api.training.TrainingResult;
import org.hone.api.training.TrainingResult.Status;
import org.hone.engine.network.GraphNetwork;
import org.hone.engine.network.Rounding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;

class MixedPrecisionTest {
  private static final Precision HALF = half(1 << 16, 3);

  private final Task task = SmallTasks.classification(Workbench.ENGINE);

  private static Precision half(double scale, int interval) {
    return new Precision(Format.FLOAT16, new LossScale(scale, interval));
  }

  /** Where halves come from. */
  private enum Way {
    PLAYED {
      @Override
      NarrowPass of(GraphNetwork network) {
        return new RoundedPass(network, Format.FLOAT16, true);
      }
    },
    NATIVE {
      @Override
      NarrowPass of(GraphNetwork network) {
        return new HalfPass(network, true);
      }
    };

    abstract NarrowPass of(GraphNetwork network);
  }

  /** A training that is about to begin. */
  private record Bench(LiveGraph graph, MixedPrecision pass) {}

  private LiveGraph graph(GraphNetwork network) {
    return new LiveGraph(network, new RateControl(Update.of(new Sgd(0.1))), 5);
  }

  private Bench bench(Way way, Precision precision) {
    NarrowPass narrow = way.of(GraphNetwork.of(task.network()));
    LiveGraph graph = graph(narrow.network());
    Progress now = new Progress(0, 1, 0, 0, 1, List.of());
    GraphRun run =
        new GraphRun(
            graph,
            task.training().labels(),
            new RandomState(1),
            () -> now,
            Optional.empty(),
            Synonyms.none());
    return new Bench(graph, new MixedPrecision(graph, precision, narrow, run));
  }

  private Batch batch(double weight) {
    Batch all = Batch.of(task.training().inputs().features(), task.training().labels());
    return all.withWeights(Nd4j.valueArrayOf(new long[] {all.size(), 1}, weight));
  }

  private TrainingResult train(Precision precision, IUpdater updater, RecordedTerms terms) {
    Recipe recipe =
        Workbench.recipe(task, updater).withUpdate(update -> update.withPrecision(precision));
    return Workbench.ENGINE.train(recipe, task, terms);
  }

  @ParameterizedTest
  @EnumSource
  void theGradientIsNearThatOfSinglePrecisionAndTheWeightsStay(Way way) {
    LiveGraph wide = graph(GraphNetwork.of(task.network()));
    Bench narrow = bench(way, HALF);
    LiveGraph graph = narrow.graph();
    assertThat(graph.weights()).as("layers in the same order").isEqualTo(wide.weights());
    INDArray before = graph.weights().dup();

    double loss = wide.computeGradient(batch(1));
    assertThat(narrow.pass().compute(batch(1))).isEqualTo(Outcome.APPLY);

    assertThat(graph.weights()).isEqualTo(before);
    assertThat(narrow.pass().loss()).isEqualTo(loss, within(2e-3)).isNotEqualTo(loss);
    double distance = graph.gradients().distance2(wide.gradients());
    assertThat(distance / wide.gradientNorm()).isBetween(1e-6, 1e-2);
    INDArray scaled = graph.gradients().mul(1 << 16);
    assertThat(new Rounding(Format.FLOAT16).round(scaled)).isEqualTo(scaled);
  }

  @ParameterizedTest
  @EnumSource
  void smallGradientsVanishUnlessTheLossIsScaled(Way way) {
    Bench without = bench(way, half(1, 0));
    without.pass().compute(batch(1e-8));
    assertThat(without.graph().gradientNorm()).isZero();

    Bench with = bench(way, HALF);
    with.pass().compute(batch(1e-8));
    LiveGraph wide = graph(GraphNetwork.of(task.network()));
    wide.computeGradient(batch(1e-8));
    assertThat(with.graph().gradientNorm() / wide.gradientNorm()).isEqualTo(1, within(0.1));
  }

  @ParameterizedTest
  @EnumSource
  void anOverflowSkipsTheStepAndHalvesTheScaleAndQuietStepsDoubleIt(Way way) {
    MixedPrecision pass = bench(way, HALF).pass();

    assertThat(pass.compute(batch(1e5))).isEqualTo(Outcome.SKIP);
    assertThat(pass.scale()).hasValue(1 << 15);
    for (int i = 0; i < 2; i++) {
      assertThat(pass.compute(batch(1))).isEqualTo(Outcome.APPLY);
      assertThat(pass.scale()).hasValue(1 << 15);
    }
    pass.compute(batch(1));
    assertThat(pass.scale()).hasValue(1 << 16);
  }

  @ParameterizedTest
  @EnumSource
  void whatOverflowsAtAnyScaleHasDiverged(Way way) {
    MixedPrecision pass = bench(way, HALF).pass();
    Batch huge = batch(1).withFeatures(batch(1).features().mul(1e9));

    for (int i = 0; i < 16; i++) {
      assertThat(pass.compute(huge)).isEqualTo(Outcome.SKIP);
    }
    assertThat(pass.compute(huge)).isEqualTo(Outcome.APPLY);
    assertThat(pass.loss()).isNaN();
  }

  @ParameterizedTest
  @EnumSource(
      value = Format.class,
      names = {"FLOAT16", "BFLOAT16"})
  void aTrainingLearnsAndCanBeRepeated(Format format) {
    LossScale scale = format == Format.FLOAT16 ? HALF.scale() : LossScale.none();
    Precision precision = new Precision(format, scale);
    RecordedTerms terms = RecordedTerms.of(1, 8);
    TrainingResult one = train(precision, new Adam(0.02), terms);
    TrainingResult other = train(precision, new Adam(0.02), RecordedTerms.of(1, 8));

    List<Double> losses = terms.series(Meters.TRAIN_LOSS);
    assertThat(one.status()).isEqualTo(Status.COMPLETED);
    assertThat(losses.get(7)).isLessThan(losses.get(0));
    assertThat(terms.series(Meters.LOSS_SCALE)).allSatisfy(read -> assertThat(read).isPositive());
    assertThat(one.model().orElseThrow().predict(task.validation().inputs()))
        .isEqualTo(other.model().orElseThrow().predict(task.validation().inputs()));
  }

  @Test
  void aTrainingInHalvesOfTheDeviceLearns() {
    System.setProperty(NarrowPass.SETTING, "native");
    try {
      aTrainingLearnsAndCanBeRepeated(Format.FLOAT16);
    } finally {
      System.clearProperty(NarrowPass.SETTING);
    }
  }

  @Test
  void skippedStepsAreCounted() {
    RecordedTerms terms = RecordedTerms.of(1, 2);
    train(half(Math.pow(2, 40), 1_000), new Sgd(0.1), terms);
    assertThat(terms.series(Meters.SKIPPED_STEPS).get(1)).isGreaterThan(3);
  }
}
