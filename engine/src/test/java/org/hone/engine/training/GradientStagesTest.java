package org.hone.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.hone.api.recipe.Batch;
import org.hone.api.recipe.GradientStage;
import org.hone.api.recipe.GradientStage.Position;
import org.hone.api.recipe.GradientStep;
import org.hone.api.recipe.GradientStep.Outcome;
import org.hone.api.recipe.Recipe;
import org.hone.api.recipe.Run;
import org.hone.api.testkit.RecordedTerms;
import org.hone.api.testkit.SmallTasks;
import org.hone.api.training.Meters;
import org.hone.api.training.Task;
import org.hone.api.training.TrainingResult;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Sgd;

class GradientStagesTest {
  private static final Task MLP = SmallTasks.classification(Workbench.ENGINE);
  private static final Task NORMALIZED = MLP.withNetwork(Workbench.normalized(MLP.network()));

  /** The mean over equal parts of the batch, computed one after the other. */
  record Accumulation(int parts) implements GradientStage {
    @Override
    public Position position() {
      return Position.ACCUMULATION;
    }

    @Override
    public GradientStep around(GradientStep inner, Run run) {
      return batch -> {
        INDArray sum = run.gradients().ulike().assign(0);
        int size = batch.size() / parts;
        for (int from = 0; from < batch.size(); from += size) {
          var rows = NDArrayIndex.interval(from, from + size);
          inner.compute(Batch.of(batch.features().get(rows).dup(), batch.labels().get(rows).dup()));
          sum.addi(run.gradients());
        }
        run.gradients().assign(sum.divi(parts));
        return Outcome.APPLY;
      };
    }
  }

  private static Recipe with(Recipe recipe, GradientStage stage) {
    return recipe.withUpdate(update -> update.withStage(stage));
  }

  private static GradientStage watch(Position position, Consumer<Run> watcher) {
    return GradientStage.after(position, watcher);
  }

  @Test
  void accumulatedPartsAreTheWholeBatch() {
    Recipe whole = Workbench.recipe(MLP, new Adam(0.01));
    INDArray one = Workbench.lastWeights(whole, MLP, 3);
    INDArray four = Workbench.lastWeights(with(whole, new Accumulation(4)), MLP, 3);
    assertThat(Workbench.distance(one, four)).isPositive().isLessThan(3e-6);
  }

  @Test
  void accumulationAveragesBatchNormStatistics() {
    // running mean = 0.9 * running mean + 0.1 * mean of the batch: the mean of parts is that of the
    // whole
    Recipe whole = Workbench.recipe(NORMALIZED, new Sgd(0));
    INDArray one = Workbench.lastWeights(whole, NORMALIZED, 1);
    INDArray four = Workbench.lastWeights(with(whole, new Accumulation(4)), NORMALIZED, 1);
    LiveGraph graph = Workbench.live(NORMALIZED.network(), new Sgd(0));
    INDArray start = graph.weights().dup();
    int from = 4 * 6 + 6 + 6 + 6;
    INDArray means = one.get(NDArrayIndex.interval(from, from + 6));
    INDArray variances = one.get(NDArrayIndex.interval(from + 6, from + 12));
    assertThat(Workbench.distance(means, start.get(NDArrayIndex.interval(from, from + 6))))
        .as("the statistics move")
        .isGreaterThan(1e-2);
    assertThat(Workbench.distance(means, four.get(NDArrayIndex.interval(from, from + 6))))
        .as("once per update, not once per part")
        .isLessThan(1e-6);
    assertThat(Workbench.distance(variances, four.get(NDArrayIndex.interval(from + 6, from + 12))))
        .as("variances within parts are smaller, but not by an order of magnitude")
        .isBetween(1e-4, 0.1);
  }

  @Test
  void noStageSeesBatchNormStatistics() {
    int from = 4 * 6 + 6 + 6 + 6;
    List<Double> seen = new ArrayList<>();
    Consumer<Run> watcher =
        run ->
            seen.add(
                run.gradients()
                    .get(NDArrayIndex.interval(from, from + 12))
                    .amaxNumber()
                    .doubleValue());
    Recipe recipe =
        with(Workbench.recipe(NORMALIZED, new Adam(0.01)), watch(Position.NOISE, watcher))
            .withWeights(Workbench.afterUpdate(watcher));
    Workbench.train(recipe, NORMALIZED, 1);
    assertThat(seen).hasSize(6).containsOnly(0.0);
  }

  @Test
  void whatIsWrittenAtThePlacesOfStatisticsHasNoEffect() {
    Recipe plain = Workbench.recipe(NORMALIZED, new Adam(0.01));
    int from = 4 * 6 + 6 + 6 + 6;
    GradientStage vandal =
        watch(
            Position.NOISE,
            run -> run.gradients().get(NDArrayIndex.interval(from, from + 12)).assign(100));
    assertThat(Workbench.lastWeights(with(plain, vandal), NORMALIZED, 2))
        .isEqualTo(Workbench.lastWeights(plain, NORMALIZED, 2));
  }

  /** Foret et al.: the gradient at w + rho * g / |g|, applied at w. */
  record Sharpness(double rho) implements GradientStage {
    @Override
    public Position position() {
      return Position.SHARPNESS;
    }

    @Override
    public GradientStep around(GradientStep inner, Run run) {
      return batch -> {
        inner.compute(batch);
        double norm = run.gradients().norm2Number().doubleValue();
        INDArray ascent = run.gradients().mul(rho / norm);
        run.weights().addi(ascent);
        Outcome outcome = inner.compute(batch);
        run.weights().subi(ascent);
        return outcome;
      };
    }
  }

  @Test
  void sharpnessTakesTheGradientOfTheNeighbour() {
    LiveGraph graph = Workbench.live(MLP.network(), new Sgd(0.5));
    Batch batch = Batch.of(rows(MLP.training().features()), rows(MLP.training().labels()));
    INDArray start = graph.weights().dup();
    graph.computeGradient(batch);
    INDArray gradient = graph.gradients().dup();
    graph.weights().addi(gradient.mul(0.1 / gradient.norm2Number().doubleValue()));
    graph.computeGradient(batch);
    INDArray expected = start.sub(graph.gradients().mul(0.5));
    Recipe recipe = with(Workbench.recipe(MLP, new Sgd(0.5)), new Sharpness(0.1));
    assertThat(Workbench.distance(Workbench.weights(recipe, MLP, 1).get(0), expected))
        .isLessThan(1e-6);
  }

  private static INDArray rows(INDArray array) {
    return array.get(NDArrayIndex.interval(0, 8)).dup();
  }

  @Test
  void twoPassesMoveStatisticsOnce() {
    Recipe once = Workbench.recipe(NORMALIZED, new Sgd(0));
    INDArray plain = Workbench.lastWeights(once, NORMALIZED, 1);
    INDArray twice = Workbench.lastWeights(with(once, new Sharpness(0)), NORMALIZED, 1);
    assertThat(Workbench.distance(plain, twice)).isLessThan(1e-6);
  }

  @Test
  void aSkippedStepLeavesTheWeightsAndIsCounted() {
    GradientStage everySecond =
        new GradientStage() {
          @Override
          public Position position() {
            return Position.LOSS_SCALING;
          }

          @Override
          public GradientStep around(GradientStep inner, Run run) {
            return batch -> {
              inner.compute(batch);
              return run.progress().step() % 2 == 0 ? Outcome.APPLY : Outcome.SKIP;
            };
          }
        };
    List<INDArray> before = new ArrayList<>();
    Recipe recipe =
        with(
            with(Workbench.recipe(NORMALIZED, new Adam(0.01)), everySecond),
            GradientStage.after(Position.NOISE, run -> before.add(run.weights().dup())));
    RecordedTerms terms = RecordedTerms.of(5, 2);
    List<INDArray> after = new ArrayList<>();
    Workbench.ENGINE.train(
        recipe.withWeights(Workbench.afterUpdate(run -> after.add(run.weights().dup()))),
        NORMALIZED,
        terms);
    assertThat(terms.series(Meters.SKIPPED_STEPS)).containsExactly(1.0, 3.0);
    assertThat(after).hasSize(3);
    // the weights before an applied step are those after the one before, whatever was skipped
    // between
    assertThat(before.get(1)).isEqualTo(after.get(0));
    assertThat(before.get(2)).isEqualTo(after.get(1));
  }

  @Test
  void anInfiniteLossOfASkippedStepIsNoDivergence() {
    GradientStage scaling =
        new GradientStage() {
          @Override
          public Position position() {
            return Position.LOSS_SCALING;
          }

          @Override
          public GradientStep around(GradientStep inner, Run run) {
            return batch -> {
              if (run.progress().step() > 0) {
                return inner.compute(batch);
              }
              // an overflow in half precision
              INDArray own = run.weights().dup();
              run.weights().assign(Float.NaN);
              inner.compute(batch);
              run.weights().assign(own);
              return Outcome.SKIP;
            };
          }
        };
    TrainingResult result =
        Workbench.train(with(Workbench.recipe(MLP, new Adam(0.01)), scaling), MLP, 1);
    assertThat(result.status()).isEqualTo(TrainingResult.Status.COMPLETED);
  }

  @Test
  void stagesNestInTheirPublishedOrder() {
    List<String> calls = new ArrayList<>();
    Recipe recipe = Workbench.recipe(MLP, new Sgd(0.1));
    for (Position position : List.of(Position.NOISE, Position.ACCUMULATION, Position.CLIPPING)) {
      recipe = with(recipe, watch(position, run -> calls.add(position.name())));
    }
    Workbench.train(recipe, MLP, 1);
    assertThat(calls.subList(0, 3)).containsExactly("ACCUMULATION", "CLIPPING", "NOISE");
  }

  @Test
  void stagesSeeTheBatchMean() {
    List<Double> norms = new ArrayList<>();
    Recipe recipe =
        with(
            Workbench.recipe(MLP, new Sgd(0)),
            watch(
                Position.CLIPPING, run -> norms.add(run.gradients().norm2Number().doubleValue())));
    RecordedTerms terms = RecordedTerms.of(5, 1);
    Workbench.ENGINE.train(recipe, MLP, terms);
    assertThat(terms.series(Meters.GRADIENT_NORM).get(0))
        .as("the first of each fifty passes")
        .isEqualTo(norms.get(0), within(1e-7));
    LiveGraph graph = Workbench.live(MLP.network(), new Sgd(0));
    graph.computeGradient(Batch.of(rows(MLP.training().features()), rows(MLP.training().labels())));
    assertThat(norms.get(0)).isEqualTo(graph.gradients().norm2Number().doubleValue(), within(1e-9));
  }

  @Test
  void viewsAreTheGradientsLayerByLayer() {
    List<Double> differences = new ArrayList<>();
    Recipe recipe =
        with(
            Workbench.recipe(MLP, new Sgd(0.1)),
            watch(
                Position.CENTRALIZATION,
                run -> {
                  double squares =
                      run.views().stream()
                          .mapToDouble(
                              view -> Math.pow(view.gradient().norm2Number().doubleValue(), 2))
                          .sum();
                  differences.add(Math.sqrt(squares) - run.gradients().norm2Number().doubleValue());
                }));
    Workbench.train(recipe, MLP, 1);
    assertThat(differences).hasSize(3).allSatisfy(d -> assertThat(d).isEqualTo(0, within(1e-6)));
  }
}
