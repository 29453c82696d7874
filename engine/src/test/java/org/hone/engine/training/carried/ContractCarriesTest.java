package org.hone.engine.training.carried;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayerWithBackprop;
import org.hone.api.recipe.Augmentation;
import org.hone.api.recipe.Batch;
import org.hone.api.recipe.Finish;
import org.hone.api.recipe.GradientStage;
import org.hone.api.recipe.GradientStep;
import org.hone.api.recipe.GradientStep.Outcome;
import org.hone.api.recipe.ParameterView;
import org.hone.api.recipe.Rates;
import org.hone.api.recipe.Recipe;
import org.hone.api.recipe.RowOrder;
import org.hone.api.recipe.Run;
import org.hone.api.recipe.WeightRule;
import org.hone.api.testkit.RecordedTerms;
import org.hone.api.testkit.SmallTasks;
import org.hone.api.training.Meters;
import org.hone.api.training.Task;
import org.hone.api.training.TrainedModel;
import org.hone.api.training.TrainingResult;
import org.hone.api.training.TrainingResult.Status;
import org.hone.engine.training.Workbench;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Techniques that change rows, gradients and weights, as later ones will: the contract carries
 * them.
 */
class ContractCarriesTest {
  private static final Task MLP = SmallTasks.classification(Workbench.ENGINE);
  private static final Task CNN = SmallTasks.images(Workbench.ENGINE);

  private static Recipe with(Task task, Augmentation augmentation) {
    return Workbench.recipe(task, new Adam(0.05)).withFeed(feed -> feed.withBatches(augmentation));
  }

  private static void assertLearns(Recipe recipe, Task task, RecordedTerms terms) {
    TrainingResult result = Workbench.ENGINE.train(recipe, task, terms);
    assertThat(result.status()).isEqualTo(Status.COMPLETED);
    List<Double> scores = terms.series(Meters.VALIDATION_SCORE);
    assertThat(scores.get(scores.size() - 1)).isLessThan(scores.get(0));
  }

  private static INDArray shuffled(INDArray rows, int[] order) {
    long[] shape = rows.shape();
    INDArray flat = rows.reshape(shape[0], rows.length() / shape[0]);
    return Nd4j.pullRows(flat, 1, order).reshape(shape);
  }

  private static int[] order(Batch batch, Run run) {
    return RowOrder.shuffled().epoch(batch.labels(), run.progress(), run.random());
  }

  /** Zhang et al. 2018: convex combinations of pairs. */
  private static Batch mixup(Batch batch, Run run) {
    double lambda = run.random().nextDouble();
    int[] order = order(batch, run);
    return Batch.of(
        batch.features().mul(lambda).addi(shuffled(batch.features(), order).muli(1 - lambda)),
        batch.labels().mul(lambda).addi(shuffled(batch.labels(), order).muli(1 - lambda)));
  }

  @Test
  void mixup() {
    List<Batch> seen = new ArrayList<>();
    Recipe recipe =
        with(MLP, ContractCarriesTest::mixup)
            .withFeed(
                feed ->
                    feed.withBatches(
                        (batch, run) -> {
                          seen.add(batch);
                          return batch;
                        }));
    assertLearns(recipe, MLP, RecordedTerms.of(5, 10));
    INDArray labels = seen.get(0).labels();
    assertThat(Workbench.distance(labels.sum(1), Nd4j.ones(8))).isLessThan(1e-6);
    assertThat(labels.maxNumber().doubleValue()).isLessThanOrEqualTo(1);
    assertThat(labels.eq(0).castTo(DataType.FLOAT).sumNumber().intValue()).isLessThan(16);
  }

  /** Yun et al. 2019: a patch of another row, labels in proportion to the area. */
  private static Batch cutmix(Batch batch, Run run) {
    int[] order = order(batch, run);
    INDArray features = batch.features().dup();
    INDArray others = shuffled(batch.features(), order);
    var height = NDArrayIndex.interval(2, 5);
    var width = NDArrayIndex.interval(0, 4);
    features
        .get(NDArrayIndex.all(), NDArrayIndex.all(), height, width)
        .assign(others.get(NDArrayIndex.all(), NDArrayIndex.all(), height, width));
    double area = 12.0 / 36;
    INDArray labels = batch.labels().mul(1 - area).addi(shuffled(batch.labels(), order).muli(area));
    return Batch.of(features, labels);
  }

  @Test
  void cutmix() {
    assertLearns(with(CNN, ContractCarriesTest::cutmix), CNN, RecordedTerms.of(5, 10));
  }

  /** Rows of the last class are drawn three times as often, later ones of an epoch only. */
  @Test
  void samplingAndCurriculum() {
    List<Long> steps = new ArrayList<>();
    RowOrder growing =
        (labels, now, random) -> {
          int rows = (int) (labels.size(0) * (now.epoch() + 1) / now.epochs());
          return random.ints(rows, 0, (int) labels.size(0)).toArray();
        };
    Recipe recipe =
        Workbench.recipe(MLP, new Adam(0.05))
            .withFeed(feed -> feed.withOrder(growing))
            .withWeights(Workbench.afterUpdate(run -> steps.add(run.progress().stepsPerEpoch())));
    Workbench.train(recipe, MLP, 3);
    assertThat(steps).containsExactly(1L, 2L, 2L, 3L, 3L, 3L);
  }

  @Test
  void distillation() {
    TrainedModel teacher =
        Workbench.train(Workbench.recipe(MLP, new Adam(0.05)), MLP, 20).model().orElseThrow();
    RecordedTerms terms = RecordedTerms.of(6, 10).withTeacher(teacher);
    Recipe recipe =
        new Distillation()
            .apply(
                Workbench.recipe(MLP, new Adam(0.05)),
                new Distillation().parameters(MLP).defaults());
    assertLearns(recipe, MLP, terms);
  }

  /** Goodfellow et al. 2015: a step towards larger loss in the input. */
  private record Adversarial(double epsilon) implements GradientStage {
    @Override
    public Position position() {
      return Position.ADVERSARIAL;
    }

    @Override
    public GradientStep around(GradientStep inner, Run run) {
      return batch -> {
        INDArray direction = Transforms.sign(run.inputGradients(batch));
        INDArray features = batch.features().add(direction.muli(epsilon));
        return inner.compute(batch.withFeatures(features));
      };
    }
  }

  @Test
  void adversarialTraining() {
    Recipe plain = Workbench.recipe(MLP, new Sgd(0));
    Recipe attacked = plain.withUpdate(update -> update.withStage(new Adversarial(0.1)));
    RecordedTerms before = RecordedTerms.of(5, 1);
    RecordedTerms after = RecordedTerms.of(5, 1);
    Workbench.ENGINE.train(plain, MLP, before);
    Workbench.ENGINE.train(attacked, MLP, after);
    assertThat(after.series(Meters.TRAIN_LOSS).get(0))
        .isGreaterThan(before.series(Meters.TRAIN_LOSS).get(0) + 0.01);
  }

  /**
   * Micikevicius et al. 2018, emulated: weights and gradients in half precision, a scale that
   * halves at an overflow.
   */
  private record HalfPrecision() implements GradientStage {
    @Override
    public Position position() {
      return Position.LOSS_SCALING;
    }

    private static INDArray halved(INDArray array) {
      return array.castTo(DataType.FLOAT16).castTo(array.dataType());
    }

    @Override
    public GradientStep around(GradientStep inner, Run run) {
      INDArray scale = run.state("half-precision.scale", 1);
      scale.assign(1 << 22);
      return batch -> {
        INDArray master = run.weights().dup();
        run.weights().assign(halved(master));
        inner.compute(batch);
        run.weights().assign(master);
        INDArray scaled = halved(run.gradients().mul(scale.getDouble(0)));
        if (!Double.isFinite(scaled.norm2Number().doubleValue())) {
          scale.divi(2);
          return Outcome.SKIP;
        }
        run.gradients().assign(scaled.divi(scale.getDouble(0)));
        return Outcome.APPLY;
      };
    }
  }

  @Test
  void mixedPrecisionWithLossScaling() {
    Recipe recipe =
        Workbench.recipe(MLP, new Adam(0.05))
            .withUpdate(update -> update.withStage(new HalfPrecision()));
    RecordedTerms terms = RecordedTerms.of(5, 12);
    assertLearns(recipe, MLP, terms);
    assertThat(terms.series(Meters.SKIPPED_STEPS).get(11)).isBetween(1.0, 20.0);
  }

  /**
   * Izmailov et al. 2018: the mean of weights over epochs; batch norm is refreshed by passes that
   * move nothing else.
   */
  private record Averaged(Run run) implements WeightRule {
    @Override
    public void afterUpdate() {
      if (run.progress().stepOfEpoch() == run.progress().stepsPerEpoch()) {
        INDArray count = run.state("swa.count", 1).addi(1);
        INDArray mean = run.state("swa.mean", run.weights().length());
        mean.addi(run.weights().sub(mean).divi(count.getDouble(0)));
      }
    }

    @Override
    public Optional<INDArray> evaluationWeights() {
      return Optional.of(run.state("swa.mean", run.weights().length()));
    }
  }

  @Test
  void stochasticWeightAveragingWithFreshStatistics() {
    Task task = MLP.withNetwork(Workbench.normalized(MLP.network()));
    List<INDArray> weights = new ArrayList<>();
    Finish refresh =
        trainer -> {
          weights.add(trainer.run().weights().dup());
          trainer.train(1, 0, new WeightRule() {});
          weights.add(trainer.run().weights().dup());
        };
    Recipe recipe =
        Workbench.recipe(task, new Adam(0.05)).withWeights(Averaged::new).withFinish(refresh);
    assertThat(Workbench.train(recipe, task, 3).status()).isEqualTo(Status.COMPLETED);
    INDArray moved = weights.get(1).sub(weights.get(0));
    int from = 4 * 6 + 6 + 6 + 6;
    assertThat(moved.get(NDArrayIndex.interval(0, from)).amaxNumber().doubleValue()).isZero();
    assertThat(moved.get(NDArrayIndex.interval(from, from + 12)).amaxNumber().doubleValue())
        .isPositive();
  }

  /** Huang et al. 2017: a cycle per epoch, a member at its end. */
  private static final class SnapshotEnsemble implements WeightRule {
    private final Run run;
    private final List<INDArray> members = new ArrayList<>();

    SnapshotEnsemble(Run run) {
      this.run = run;
    }

    @Override
    public void afterUpdate() {
      boolean end = run.progress().stepOfEpoch() == run.progress().stepsPerEpoch();
      if (end && run.progress().epoch() + 1 < run.progress().epochs()) {
        members.add(run.weights().dup());
      }
    }

    @Override
    public List<INDArray> members() {
      return List.copyOf(members);
    }
  }

  @Test
  void snapshotEnsembles() {
    Recipe single =
        Workbench.recipe(MLP, new Sgd(0.5))
            .withUpdate(
                update ->
                    update.withSchedule(
                        now ->
                            Rates.of(
                                0.5
                                    + 0.5
                                        * Math.cos(
                                            Math.PI * now.stepOfEpoch() / now.stepsPerEpoch()))));
    TrainingResult ensemble = Workbench.train(single.withWeights(SnapshotEnsemble::new), MLP, 4);
    TrainingResult last = Workbench.train(single, MLP, 4);
    INDArray features = MLP.validation().features();
    assertThat(ensemble.model().orElseThrow().predict(features))
        .isNotEqualTo(last.model().orElseThrow().predict(features));
    assertThat(ensemble.figures().get(Meters.VALIDATION_SCORE))
        .isNotEqualTo(last.figures().get(Meters.VALIDATION_SCORE));
  }

  /** Zhang et al. 2019: slow weights follow the fast ones every third step. */
  @Test
  void lookahead() {
    List<INDArray> steps = new ArrayList<>();
    Recipe recipe =
        Workbench.recipe(MLP, new Sgd(0.5))
            .withWeights(
                run -> {
                  INDArray slow = run.state("lookahead.slow", run.weights().length());
                  slow.assign(run.weights());
                  return new WeightRule() {
                    @Override
                    public void afterUpdate() {
                      steps.add(run.weights().dup());
                      if (run.progress().step() % 3 == 0) {
                        slow.addi(run.weights().sub(slow).muli(0.5));
                        run.weights().assign(slow);
                      }
                    }
                  };
                })
            .withWeights(Workbench.afterUpdate(run -> steps.add(run.weights().dup())));
    Workbench.train(recipe, MLP, 1);
    INDArray fast = steps.get(4);
    INDArray synchronised = steps.get(5);
    assertThat(Workbench.distance(fast, synchronised)).isPositive();
    assertThat(steps.get(2)).isEqualTo(steps.get(3));
  }

  /** Eight bits for each column, the range found by calibration rows. */
  private static void quantize(org.hone.api.recipe.Trainer trainer) {
    Map<String, INDArray> before = trainer.activations(trainer.calibrationInputs());
    for (ParameterView view : trainer.run().views()) {
      if (view.key().equals("W")) {
        INDArray steps = view.weight().amax(0).divi(127);
        view.weight()
            .assign(Transforms.round(view.weight().divRowVector(steps)).muliRowVector(steps));
      }
    }
    Map<String, INDArray> after = trainer.activations(trainer.calibrationInputs());
    // what rounding moved on average, the bias takes back
    for (ParameterView view : trainer.run().views()) {
      if (view.key().equals("b") && view.layer().equals("dense-1")) {
        view.weight().addi(before.get(view.layer()).sub(after.get(view.layer())).mean(0));
      }
    }
    trainer.record("hone.model.bits", 8);
  }

  @Test
  void quantizationWithCalibration() {
    Recipe recipe = Workbench.recipe(MLP, new Adam(0.05));
    TrainingResult plain = Workbench.train(recipe, MLP, 10);
    TrainingResult quantized =
        Workbench.train(recipe.withFinish(ContractCarriesTest::quantize), MLP, 10);
    assertThat(quantized.figures()).containsEntry("hone.model.bits", 8.0);
    assertThat(quantized.score().orElseThrow())
        .isNotEqualTo(plain.score().orElseThrow())
        .isEqualTo(plain.score().orElseThrow(), within(0.02));
  }

  @Test
  void everythingAtOnce() {
    Task task =
        MLP.withNetwork(
            Workbench.normalized(MLP.network())
                .mapLayers(site -> site.name().equals("dense-1"), FrozenLayerWithBackprop::new));
    Recipe recipe =
        with(task, ContractCarriesTest::mixup)
            .withUpdate(
                update ->
                    update
                        .withStage(new HalfPrecision())
                        .withStage(new Adversarial(0.05))
                        .withStage(
                            GradientStage.after(
                                GradientStage.Position.NOISE, run -> run.gradients().addi(1e-4))))
            .withWeights(Averaged::new)
            .withWeights(SnapshotEnsemble::new)
            .withFinish(ContractCarriesTest::quantize);
    TrainingResult result = Workbench.train(recipe, task, 12);
    assertThat(result.status()).isEqualTo(Status.COMPLETED);
    assertThat(Workbench.train(recipe, task, 12).score()).isEqualTo(result.score());
  }
}
