package org.hone.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayerWithBackprop;
import org.hone.api.recipe.Batch;
import org.hone.api.recipe.Inputs;
import org.hone.api.recipe.Network;
import org.hone.api.recipe.ParameterView;
import org.hone.api.testkit.SmallTasks;
import org.hone.api.training.Scaling;
import org.hone.api.training.Task;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.learning.regularization.L2Regularization;

class LiveGraphTest {
  private static final Task MLP = SmallTasks.classification(Workbench.ENGINE);
  private static final Task CNN = SmallTasks.images(Workbench.ENGINE);

  private static double loss(LiveGraph graph, Batch batch) {
    return graph.computeGradient(batch);
  }

  @Test
  void theGradientIsThatOfTheMeanLoss() {
    LiveGraph graph = Workbench.live(MLP.network(), new Sgd(1));
    Batch batch = Workbench.allRows(MLP);
    loss(graph, batch);
    ParameterView view = graph.views().get(0);
    double analytic = view.gradient().getDouble(2, 3);
    float step = 1e-2f;
    double own = view.weight().getDouble(2, 3);
    view.weight().putScalar(2, 3, own + step);
    double above = loss(graph, batch);
    view.weight().putScalar(2, 3, own - step);
    double below = loss(graph, batch);
    assertThat(analytic).isEqualTo((above - below) / (2 * step), within(5e-5));
  }

  @Test
  void theLossIsTheMeanWithoutPenaltiesOnWeights() {
    Network penalised =
        MLP.network()
            .mapLayers(
                site -> site.isHidden(),
                layer -> {
                  ((BaseLayer) layer).setRegularization(List.of(new L2Regularization(10)));
                  return layer;
                });
    Batch batch = Workbench.allRows(MLP);
    LiveGraph graph = Workbench.live(MLP.network(), new Sgd(1));
    INDArray probabilities = graph.predict(batch.inputs());
    double expected = 0;
    for (int row = 0; row < batch.size(); row++) {
      INDArray right = probabilities.getRow(row).mul(batch.labels().getRow(row));
      expected -= Math.log(right.sumNumber().doubleValue()) / batch.size();
    }
    assertThat(loss(graph, batch)).isEqualTo(expected, within(1e-6));
    assertThat(loss(Workbench.live(penalised, new Sgd(1)), batch))
        .isEqualTo(expected, within(1e-5));
  }

  @Test
  void inputGradientsAreThoseOfTheMeanLoss() {
    for (Task task : List.of(MLP, CNN, MLP.withNetwork(Workbench.normalized(MLP.network())))) {
      LiveGraph graph = Workbench.live(task.network(), new Sgd(1));
      Batch batch = Workbench.allRows(task);
      INDArray gradient = graph.inputGradients(batch);
      assertThat(gradient.shape()).isEqualTo(batch.features().shape());
      for (long index : new long[] {0, 5, 17}) {
        assertThat(gradient.reshape(gradient.length()).getDouble(index))
            .isEqualTo(numeric(graph, batch, index), within(5e-5));
      }
    }
  }

  private static double numeric(LiveGraph graph, Batch batch, long index) {
    float step = 1e-2f;
    return (loss(graph, moved(batch, index, step)) - loss(graph, moved(batch, index, -step)))
        / (2 * step);
  }

  private static Batch moved(Batch batch, long index, double step) {
    INDArray features = batch.features().dup('c');
    INDArray flat = features.reshape(features.length());
    flat.putScalar(index, flat.getDouble(index) + step);
    return Batch.of(features, batch.labels());
  }

  /** Also once they are replayed, and when another shape or kind of pass comes in between. */
  @Test
  void inputGradientsAreTheSameAgainAndAgain() {
    for (Task task : List.of(MLP, CNN, MLP.withNetwork(Workbench.normalized(MLP.network())))) {
      LiveGraph graph = Workbench.live(task.network(), new Sgd(1));
      Batch batch = Workbench.allRows(task);
      INDArray first = graph.inputGradients(batch);
      for (int i = 0; i < 8; i++) {
        graph.computeGradient(batch);
        INDArray gradients = graph.gradients().dup();
        graph.inputGradients(moved(batch, 3, 0.1));
        assertThat(graph.inputGradients(batch)).isEqualTo(first);
        graph.computeGradient(batch);
        assertThat(graph.gradients()).isEqualTo(gradients);
      }
    }
  }

  @Test
  void inputGradientsChangeNothing() {
    Network network = Workbench.normalized(MLP.network());
    LiveGraph graph = Workbench.live(network, new Adam());
    LiveGraph other = Workbench.live(network, new Adam());
    Batch batch = Workbench.allRows(MLP);
    INDArray before = graph.weights().dup();
    graph.inputGradients(batch);
    assertThat(graph.weights()).isEqualTo(before);
    step(graph, batch);
    step(other, batch);
    assertThat(graph.weights()).isEqualTo(other.weights());
  }

  private static void step(LiveGraph graph, Batch batch) {
    graph.computeGradient(batch);
    graph.applyUpdate(batch.size());
  }

  @Test
  void aFrozenLayerHidesTheGradientOfTheInput() {
    Network frozen = MLP.network().mapLayers(site -> site.depth() == 0, FrozenLayer::new);
    LiveGraph graph = Workbench.live(frozen, new Sgd(1));
    assertThatIllegalStateException()
        .isThrownBy(() -> graph.inputGradients(Workbench.allRows(MLP)))
        .withMessageContaining("FrozenLayerWithBackprop");
    Network open = MLP.network().mapLayers(site -> site.depth() == 0, FrozenLayerWithBackprop::new);
    INDArray gradient = Workbench.live(open, new Sgd(1)).inputGradients(Workbench.allRows(MLP));
    assertThat(gradient.norm2Number().doubleValue()).isPositive();
  }

  @Test
  void nothingMovesAFrozenLayer() {
    for (Network frozen :
        List.of(
            MLP.network().mapLayers(site -> site.depth() == 0, FrozenLayer::new),
            MLP.network().mapLayers(site -> site.depth() == 0, FrozenLayerWithBackprop::new))) {
      LiveGraph graph = Workbench.live(frozen, new Adam(0.1));
      INDArray before = graph.weights().dup();
      graph.computeGradient(Workbench.allRows(MLP));
      // what a noise stage does
      graph.gradients().addi(1);
      graph.applyUpdate(24);
      INDArray moved = graph.weights().sub(before);
      int first = 4 * 6 + 6;
      assertThat(moved.get(NDArrayIndex.interval(0, first)).amaxNumber().doubleValue()).isZero();
      assertThat(moved.amaxNumber().doubleValue()).isPositive();
    }
  }

  @Test
  void givenWeightsAreTheStart() {
    INDArray weights = Nd4j.valueArrayOf(new long[] {6, 3}, 0.25f);
    INDArray mean = Nd4j.valueArrayOf(new long[] {6}, 0.5f);
    Network network =
        Workbench.normalized(MLP.network())
            .weightsFrom((layer, key) -> only("output.W", layer, key, mean))
            .weightsFrom((layer, key) -> only("output.W", layer, key, weights))
            .weightsFrom((layer, key) -> only("dense-1-batchnormalization.mean", layer, key, mean));
    LiveGraph graph = Workbench.live(network, new Sgd(1));
    LiveGraph plain = Workbench.live(Workbench.normalized(MLP.network()), new Sgd(1));
    ParameterView output = view(graph, "output", "W");
    assertThat(output.weight()).isEqualTo(weights);
    assertThat(view(graph, "dense-1", "W").weight())
        .isEqualTo(view(plain, "dense-1", "W").weight());
    // the statistics have their places behind W, b, gamma and beta of the first layer
    assertThat(graph.weights().getDouble(4 * 6 + 6 + 6 + 6)).isEqualTo(0.5);
  }

  private static Optional<INDArray> only(String name, String layer, String key, INDArray array) {
    return name.equals(layer + "." + key) ? Optional.of(array) : Optional.empty();
  }

  private static ParameterView view(LiveGraph graph, String layer, String key) {
    return graph.views().stream()
        .filter(view -> view.layer().equals(layer) && view.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void givenWeightsHaveTheShapeOfTheLayer() {
    Network network =
        MLP.network().weightsFrom((layer, key) -> only("output.W", layer, key, Nd4j.zeros(3, 6)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Workbench.live(network, new Sgd(1)))
        .withMessage(
            "'W' of layer 'output' has the shape [6, 3], but the given weights have [3, 6]");
  }

  @Test
  void theUpdateIsLeftInTheGradients() {
    LiveGraph graph = Workbench.live(MLP.network(), new Sgd(0.5));
    graph.computeGradient(Workbench.allRows(MLP));
    INDArray gradient = graph.gradients().dup();
    INDArray before = graph.weights().dup();
    graph.applyUpdate(24);
    assertThat(graph.gradients()).isEqualTo(gradient.mul(0.5));
    assertThat(graph.weights()).isEqualTo(before.sub(graph.gradients()));
  }

  @Test
  void aSkippedStepIsForgotten() {
    Task task = MLP.withNetwork(Workbench.normalized(MLP.network()));
    LiveGraph graph = Workbench.live(task.network(), new Adam());
    LiveGraph other = Workbench.live(task.network(), new Adam());
    Batch batch = Workbench.allRows(task);
    INDArray before = graph.weights().dup();
    graph.computeGradient(batch);
    graph.skipUpdate();
    assertThat(graph.weights()).isEqualTo(before);
    assertThat(graph.gradients().norm2Number().doubleValue()).isZero();
    step(graph, batch);
    step(other, batch);
    assertThat(graph.weights()).isEqualTo(other.weights());
  }

  /** A row that counts twice is the row twice, as long as the batch has as many rows. */
  @Test
  void rowWeightsAreRepeatedRows() {
    Task one = Workbench.oneTargetTask(Scaling.none());
    Task sequences = SmallTasks.sequences(Workbench.ENGINE);
    for (Task task : List.of(MLP, CNN, sequences, SmallTasks.regression(Workbench.ENGINE), one)) {
      LiveGraph graph = Workbench.live(task.network(), new Sgd(1));
      Batch all = Workbench.allRows(task);
      INDArray weights = Nd4j.createFromArray(new float[][] {{2}, {0}, {1}, {3}, {0}, {0}});
      Batch weighted = rows(all, 0, 1, 2, 3, 4, 5).withWeights(weights);
      Batch repeated = rows(all, 0, 0, 2, 3, 3, 3);
      double loss = graph.computeGradient(repeated);
      INDArray gradient = graph.gradients().dup();
      assertThat(graph.computeGradient(weighted)).isEqualTo(loss, within(1e-6));
      assertThat(Workbench.distance(graph.gradients(), gradient)).isLessThan(1e-6);
      // and the next batch without weights is not weighted
      graph.computeGradient(repeated);
      assertThat(graph.gradients()).isEqualTo(gradient);
    }
  }

  private static Batch rows(Batch all, int... indices) {
    Inputs inputs =
        new Inputs(
            rows(all.features(), indices), all.inputs().mask().map(mask -> rows(mask, indices)));
    return new Batch(inputs, rows(all.labels(), indices), Optional.empty());
  }

  private static INDArray rows(INDArray array, int... indices) {
    return Nd4j.stack(0, IntStream.of(indices).mapToObj(array::slice).toArray(INDArray[]::new));
  }
}
