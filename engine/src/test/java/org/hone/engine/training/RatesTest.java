package org.hone.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.hone.api.recipe.GradientStage;
import org.hone.api.recipe.GradientStage.Position;
import org.hone.api.recipe.Progress;
import org.hone.api.recipe.Rates;
import org.hone.api.recipe.Recipe;
import org.hone.api.recipe.Schedule;
import org.hone.api.recipe.Site;
import org.hone.api.recipe.Update;
import org.hone.api.testkit.RecordedTerms;
import org.hone.api.testkit.SmallTasks;
import org.hone.api.training.Meters;
import org.hone.api.training.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.AdaDelta;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.learning.regularization.L2Regularization;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.linalg.schedule.ScheduleType;
import org.nd4j.linalg.schedule.StepSchedule;

class RatesTest {
  private static final Task MLP = SmallTasks.classification(Workbench.ENGINE);

  private static Recipe scheduled(IUpdater updater, Schedule schedule) {
    return Workbench.recipe(MLP, updater).withUpdate(update -> update.withSchedule(schedule));
  }

  /** Weights and gradients at each step. */
  private record Trace(List<INDArray> weights, List<INDArray> gradients) {
    static Trace of(Recipe recipe, int epochs) {
      Trace trace = new Trace(new ArrayList<>(), new ArrayList<>());
      Recipe watched =
          recipe.withUpdate(
              update ->
                  update.withStage(
                      GradientStage.after(
                          Position.NOISE,
                          run -> {
                            trace.weights.add(run.weights().dup());
                            trace.gradients.add(run.gradients().dup());
                          })));
      Workbench.train(watched, MLP, epochs);
      return trace;
    }

    INDArray moved(int step) {
      return weights.get(step).sub(weights.get(step + 1));
    }
  }

  @Test
  void theScheduleSetsTheRateOfEachStep() {
    Trace trace = Trace.of(scheduled(new Sgd(0.1), now -> Rates.of(1 + now.step())), 2);
    for (int step = 0; step < 5; step++) {
      INDArray expected = trace.gradients().get(step).mul(0.1 * (1 + step));
      assertThat(Workbench.distance(trace.moved(step), expected)).isLessThan(1e-6);
    }
  }

  @Test
  void theMeterReadsTheRateOfTheLastStep() {
    RecordedTerms terms = RecordedTerms.of(5, 3);
    Workbench.ENGINE.train(
        scheduled(new Adam(0.1), now -> Rates.of(1.0 / (1 + now.step()))), MLP, terms);
    List<Double> read = terms.series(Meters.LEARNING_RATE);
    assertThat(read.get(0)).isEqualTo(0.1 / 3, within(1e-12));
    assertThat(read.get(1)).isEqualTo(0.1 / 6, within(1e-12));
    assertThat(read.get(2)).isEqualTo(0.1 / 9, within(1e-12));
  }

  @Test
  void aScheduleOfOneIsNoSchedule() {
    Recipe plain = Workbench.recipe(MLP, new Adam(0.01));
    assertThat(Workbench.lastWeights(scheduled(new Adam(0.01), now -> Rates.of(1)), MLP, 2))
        .isEqualTo(Workbench.lastWeights(plain, MLP, 2));
  }

  @Test
  void layersHaveRatesOfTheirOwn() {
    Recipe recipe =
        Workbench.recipe(MLP, new Sgd(0.1))
            .withUpdate(update -> update.withRateByLayer(Map.of("dense-1", 0.0, "dense-2", 0.5)));
    Trace trace = Trace.of(recipe, 1);
    INDArray gradient = trace.gradients().get(0);
    INDArray moved = trace.moved(0);
    int first = 4 * 6 + 6;
    int second = first + 6 * 6 + 6;
    assertThat(moved.get(NDArrayIndex.interval(0, first)).amaxNumber().doubleValue()).isZero();
    assertMoved(moved, gradient, first, second, 0.05);
    assertMoved(moved, gradient, second, (int) moved.length(), 0.1);
  }

  private static void assertMoved(INDArray moved, INDArray gradient, int from, int to, double by) {
    INDArray seen = moved.get(NDArrayIndex.interval(from, to));
    INDArray expected = gradient.get(NDArrayIndex.interval(from, to)).mul(by);
    assertThat(Workbench.distance(seen, expected)).isLessThan(1e-7);
  }

  @Test
  void atARateOfZeroNothingMoves() {
    Recipe plain = Workbench.recipe(MLP, new Adam(0.1));
    INDArray start = Workbench.live(MLP.network(), new Adam()).weights();
    Recipe still = scheduled(new Adam(0.1), now -> Rates.of(0));
    assertThat(Workbench.lastWeights(still, MLP, 2)).isEqualTo(start);
    Recipe first = plain.withUpdate(update -> update.withRateByLayer(Map.of("dense-1", 0.0)));
    INDArray moved = Workbench.lastWeights(first, MLP, 2).sub(start);
    assertThat(moved.get(NDArrayIndex.interval(0, 30)).amaxNumber().doubleValue()).isZero();
    assertThat(moved.get(NDArrayIndex.interval(30, 93)).aminNumber().doubleValue()).isPositive();
  }

  @Test
  void scheduleAndLayerRatesMultiply() {
    Recipe recipe =
        scheduled(new Sgd(0.1), now -> Rates.of(2))
            .withUpdate(update -> update.withRateByLayer(Map.of("output", 0.5)));
    Trace trace = Trace.of(recipe, 1);
    int output = 4 * 6 + 6 + 6 * 6 + 6;
    INDArray gradient = trace.gradients().get(0);
    assertMoved(trace.moved(0), gradient, 0, output, 0.2);
    assertMoved(trace.moved(0), gradient, output, output + 21, 0.1);
  }

  /** v = mu v - eta g; w = w + mu v - eta g, as Deeplearning4j writes it. */
  @Test
  void theScheduleSetsTheMomentum() {
    Schedule growing =
        now -> new Rates(1, OptionalDouble.of(now.step() == 0 ? 0.0 : 0.1 * now.step()));
    Trace trace = Trace.of(scheduled(new Nesterovs(0.1, 0.9), growing), 2);
    INDArray velocity = trace.gradients().get(0).ulike().assign(0);
    for (int step = 0; step < 5; step++) {
      double mu = 0.1 * step;
      INDArray gradient = trace.gradients().get(step);
      velocity = velocity.mul(mu).sub(gradient.mul(0.1));
      INDArray expected = velocity.mul(-mu).add(gradient.mul(0.1));
      assertThat(Workbench.distance(trace.moved(step), expected)).isLessThan(1e-6);
    }
  }

  private static Stream<IUpdater> withMomentum() {
    return Stream.of(new Nesterovs(0.1, 0.9), new Adam(0.1), PeakScaled.at(0.1));
  }

  /** Deeplearning4j's own way is that of networks with a penalty that follows a schedule. */
  @ParameterizedTest
  @MethodSource("withMomentum")
  void theMomentumIsTheSameInOnePassAndLayerByLayer(IUpdater updater) {
    Schedule growing = now -> new Rates(1, OptionalDouble.of(0.1 * now.step()));
    Task byLayer =
        MLP.withNetwork(
            MLP.network()
                .mapLayers(
                    Site::isHidden,
                    layer -> {
                      ISchedule zero = new StepSchedule(ScheduleType.EPOCH, 0, 0.5, 1);
                      ((BaseLayer) layer).setRegularization(List.of(new L2Regularization(zero)));
                      return layer;
                    }));
    Recipe onePass = scheduled(updater, growing);
    INDArray weights = Workbench.lastWeights(onePass, MLP, 2);
    assertThat(Workbench.lastWeights(onePass.withNetwork(network -> byLayer.network()), byLayer, 2))
        .isEqualTo(weights);
    assertThat(Workbench.lastWeights(Workbench.recipe(MLP, updater), MLP, 2)).isNotEqualTo(weights);
  }

  @Test
  void anEmptyMomentumLeavesTheOptimizersOwn() {
    Recipe plain = Workbench.recipe(MLP, new Nesterovs(0.1, 0.7));
    assertThat(
            Workbench.lastWeights(scheduled(new Nesterovs(0.1, 0.7), now -> Rates.of(1)), MLP, 2))
        .isEqualTo(Workbench.lastWeights(plain, MLP, 2));
    assertThat(
            Workbench.lastWeights(
                scheduled(new Nesterovs(0.1, 0.7), now -> new Rates(1, OptionalDouble.of(0.7))),
                MLP,
                2))
        .isEqualTo(Workbench.lastWeights(plain, MLP, 2));
  }

  @Test
  void anOptimizerWithoutARateHasNone() {
    RecordedTerms terms = RecordedTerms.of(5, 1);
    Workbench.ENGINE.train(scheduled(new AdaDelta(), now -> Rates.of(0.5)), MLP, terms);
    assertThat(terms.series(Meters.LEARNING_RATE)).containsExactly(0.0);
  }

  @Test
  void progressCountsStepsWithinTheEpoch() {
    List<Progress> seen = new ArrayList<>();
    Schedule watching =
        now -> {
          seen.add(now);
          return Rates.of(1);
        };
    Workbench.train(scheduled(new Sgd(0.1), watching), MLP, 2);
    assertThat(seen).extracting(Progress::step).containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
    assertThat(seen).extracting(Progress::stepOfEpoch).containsExactly(0L, 1L, 2L, 0L, 1L, 2L);
    assertThat(seen).extracting(Progress::epoch).containsExactly(0, 0, 0, 1, 1, 1);
    assertThat(seen).extracting(Progress::stepsPerEpoch).containsOnly(3L);
    assertThat(seen.get(4).evaluations()).hasSize(1);
    assertThat(seen.get(4).fraction()).isEqualTo(4.0 / 6);
  }

  /** The horizon stays the budget when rows are drawn more than once. */
  @Test
  void anOrderThatRepeatsRowsKeepsTheHorizon() {
    List<Double> fractions = new ArrayList<>();
    Schedule watching =
        now -> {
          fractions.add(now.fraction());
          return Rates.of(1);
        };
    Recipe recipe =
        scheduled(new Sgd(0.1), watching)
            .withFeed(
                feed ->
                    feed.withOrder(
                        (labels, now, random) ->
                            IntStream.range(0, 48).map(row -> row % 24).toArray()));
    Workbench.train(recipe, MLP, 2);
    assertThat(fractions).hasSize(12).isSorted();
    assertThat(fractions.get(6)).isEqualTo(0.5);
    assertThat(fractions.get(11)).isEqualTo(11.0 / 12, within(1e-12));
  }

  @Test
  void heldValuesAreEqualByName() {
    HeldValue one = new HeldValue("rate", () -> 1);
    HeldValue two = new HeldValue("rate", () -> 2);
    assertThat(one).isEqualTo(two).hasSameHashCodeAs(two).isNotEqualTo(new HeldValue("x", () -> 1));
    assertThat(one.clone().valueAt(0, 0)).isEqualTo(1);
    RateControl control = new RateControl(Update.of(new Adam(0.1)));
    assertThat(control.updaterFor("a")).isEqualTo(control.updaterFor("b"));
  }
}
