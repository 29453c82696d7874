package org.hone.engine.training;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Collectors;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.layers.LayerConstraint;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.layers.ActivationLayer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.hone.api.recipe.Batch;
import org.hone.api.recipe.Inputs;
import org.hone.api.recipe.ParameterView;
import org.hone.api.recipe.WeightSource;
import org.hone.engine.backend.FlatVector;
import org.hone.engine.kernel.OwnLayers;
import org.hone.engine.network.GraphNetwork;
import org.hone.engine.training.ParameterLayout.Role;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A network while it trains: computes batch-mean gradients and applies them. The moving statistics
 * of batch norm travel through Deeplearning4j as pseudo-gradients; here they are set aside after
 * each pass, averaged over the passes of one update, and put back only while the optimizer runs, so
 * that no technique ever sees them.
 */
final class LiveGraph implements AutoCloseable, Resumable {
  private final TraceableGraph graph;
  private final RateControl rates;
  private final INDArray weights;
  private final INDArray gradients;
  private final FlatVector flatWeights;
  private final FlatVector flatGradients;
  private final boolean constrained;
  private final Gradient byVariable;
  private final List<ParameterView> views;
  private final List<INDArray> statistics;
  private final List<INDArray> frozen;
  private final List<INDArray> leftOut;
  private final List<INDArray> setAside;
  private final ParameterLayout layout;
  private final RoundTrips toWeights;
  private final RoundTrips toInput;
  private final PredictionPass predictionPass;
  private final Optional<FlatUpdate> flatUpdate;
  private int passes;

  LiveGraph(GraphNetwork network, RateControl rates, long seed) {
    this(network, rates, seed, new GraphPass());
  }

  private LiveGraph(GraphNetwork network, RateControl rates, long seed, GraphPass pass) {
    this(
        network.trainingConfiguration(seed, rates::updaterFor, pass::rowWeights, pass::lossSum),
        pass,
        rates);
    layout.entries().forEach(entry -> start(entry.view(), network.weights()));
  }

  /**
   * @param configuration whose optimizers take their rates from {@code rates}, and whose loss asks
   *     and tells the pass
   */
  LiveGraph(ComputationGraphConfiguration configuration, GraphPass pass, RateControl rates) {
    this.rates = rates;
    graph = new TraceableGraph(configuration);
    graph.init();
    OwnLayers.putInto(graph);
    graph.initGradientsView();
    graph.getUpdater();
    pass.open(graph);
    boolean steady = ReplayRule.allows(configuration);
    toWeights = new RoundTrips(pass, pass, steady);
    toInput = new RoundTrips(pass, new WholePass(pass, graph), steady);
    predictionPass = PredictionPass.of(graph);
    weights = graph.params().reshape(graph.numParams());
    gradients = graph.getFlattenedGradients().reshape(graph.numParams());
    flatWeights = new FlatVector(weights);
    flatGradients = new FlatVector(gradients);
    constrained = Arrays.stream(graph.getLayers()).anyMatch(LiveGraph::isConstrained);
    layout = ParameterLayout.of(graph);
    byVariable = byVariable(graph, layout);
    views = layout.views(Role.TRAINED);
    statistics = gradients(layout, Role.STATISTIC);
    frozen = gradients(layout, Role.FROZEN);
    leftOut = leftOut(graph, layout);
    flatUpdate = FlatUpdate.of(graph, layout, gradients, weights);
    setAside = statistics.stream().map(INDArray::ulike).toList();
  }

  /** The gradient as Deeplearning4j's updater takes it, whichever pass computed it. */
  private static Gradient byVariable(ComputationGraph graph, ParameterLayout layout) {
    Gradient gradient = new DefaultGradient(graph.getFlattenedGradients());
    layout.entries().stream()
        .map(ParameterLayout.Entry::view)
        .forEach(view -> gradient.setGradientFor(view.layer() + "_" + view.key(), view.gradient()));
    return gradient;
  }

  private static List<INDArray> gradients(ParameterLayout layout, Role role) {
    return layout.views(role).stream().map(ParameterView::gradient).toList();
  }

  /** The gradients that no backward pass comes to. */
  private static List<INDArray> leftOut(TraceableGraph graph, ParameterLayout layout) {
    Set<String> learning =
        layout.entries().stream()
            .filter(entry -> entry.role() != Role.FROZEN)
            .map(entry -> entry.view().layer())
            .collect(Collectors.toSet());
    Set<String> left = graph.endBackwardAbove(learning::contains);
    return layout.views(Role.FROZEN).stream()
        .filter(view -> left.contains(view.layer()))
        .map(ParameterView::gradient)
        .toList();
  }

  private static void start(ParameterView view, WeightSource source) {
    source
        .weights(view.layer(), view.key())
        .ifPresent(
            given -> {
              if (!Arrays.equals(given.shape(), view.weight().shape())) {
                throw new IllegalArgumentException(
                    "'%s' of layer '%s' has the shape %s, but the given weights have %s"
                        .formatted(
                            view.key(),
                            view.layer(),
                            Arrays.toString(view.weight().shape()),
                            Arrays.toString(given.shape())));
              }
              view.weight().assign(given);
            });
  }

  private static boolean isConstrained(Layer layer) {
    List<LayerConstraint> constraints = layer.conf().getLayer().getConstraints();
    return constraints != null && !constraints.isEmpty();
  }

  /** Euclidean norm of {@link #gradients}. */
  double gradientNorm() {
    return flatGradients.norm();
  }

  /** Euclidean norm of {@link #weights}. */
  double weightNorm() {
    return flatWeights.norm();
  }

  INDArray weights() {
    return weights;
  }

  INDArray gradients() {
    return gradients;
  }

  /** Where each layer's arrays lie in {@link #weights} and {@link #gradients}. */
  ParameterLayout layout() {
    return layout;
  }

  List<ParameterView> views() {
    return views;
  }

  /** Leaves the batch-mean gradient in {@link #gradients} and returns the batch's mean loss. */
  double computeGradient(Batch batch) {
    return meanOverRows(batch, toWeights.forBatch(batch).run(batch));
  }

  /**
   * The same by another pass, which leaves the gradient, summed over rows, in the graph and returns
   * the batch's loss, summed.
   */
  double computeGradient(Batch batch, ToDoubleBiFunction<ComputationGraph, Batch> otherPass) {
    return meanOverRows(batch, otherPass.applyAsDouble(graph, batch));
  }

  private double meanOverRows(Batch batch, double loss) {
    hide(leftOut);
    for (int i = 0; i < statistics.size(); i++) {
      if (passes == 0) {
        setAside.get(i).assign(statistics.get(i));
      } else {
        setAside.get(i).addi(statistics.get(i));
      }
    }
    hide(statistics);
    passes++;
    flatGradients.divide(batch.size());
    return loss / batch.size();
  }

  private static void hide(List<INDArray> places) {
    places.forEach(place -> place.assign(0));
  }

  /** Applies the gradient through the optimizer; {@link #gradients} then holds the update. */
  void applyUpdate(int batchSize) {
    for (int i = 0; i < statistics.size(); i++) {
      statistics.get(i).assign(setAside.get(i).divi(passes));
    }
    passes = 0;
    ComputationGraphConfiguration configuration = graph.getConfiguration();
    int iteration = configuration.getIterationCount();
    int epoch = configuration.getEpochCount();
    flatUpdate.ifPresentOrElse(
        update -> update.apply(iteration, epoch, rates),
        () -> updateByLayer(iteration, epoch, batchSize));
    hide(statistics);
    if (constrained) {
      graph.applyConstraints(iteration, epoch);
    }
    configuration.setIterationCount(iteration + 1);
  }

  /** As Deeplearning4j does it, with optimizers of any kind. */
  private void updateByLayer(int iteration, int epoch, int batchSize) {
    graph
        .getUpdater()
        .update(byVariable, iteration, epoch, batchSize, LayerWorkspaceMgr.noWorkspaces());
    // neither noise nor a penalty moves what is frozen
    hide(frozen);
    views.stream()
        .filter(view -> rates.isStill(view.layer()))
        .forEach(view -> view.gradient().assign(0));
    weights.subi(gradients);
  }

  /** Forgets the gradient of a step that is skipped: its update is zero. */
  void skipUpdate() {
    passes = 0;
    gradients.assign(0);
  }

  void endEpoch() {
    ComputationGraphConfiguration configuration = graph.getConfiguration();
    configuration.setEpochCount(configuration.getEpochCount() + 1);
  }

  /**
   * The gradient of the batch's mean loss with respect to its features.
   *
   * @throws IllegalStateException if the backward pass ends at a frozen layer
   */
  INDArray inputGradients(Batch batch) {
    RoundTrip whole = toInput.forBatch(batch);
    double unused = whole.run(batch);
    hide(statistics);
    INDArray gradient =
        whole
            .inputGradient()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "the input has no gradient, since the backward pass ends at a frozen layer; "
                            + "freeze with FrozenLayerWithBackprop"));
    return gradient.div(batch.size()).reshape(batch.features().shape());
  }

  /** Predictions for scaled inputs. */
  INDArray predict(Inputs inputs) {
    return predictionPass.predict(inputs);
  }

  /** What each node gives for scaled inputs, by its name. */
  Map<String, INDArray> activations(Inputs inputs) {
    Map<String, INDArray> activations =
        Masks.during(graph, inputs.mask(), () -> graph.feedForward(inputs.features(), false));
    // at inference an activation of its own writes over what feeds it
    graph
        .getConfiguration()
        .getVertexInputs()
        .forEach(
            (name, feeding) -> {
              if (graph.getVertex(name).getLayer() instanceof ActivationLayer) {
                feeding.forEach(activations::remove);
              }
            });
    return activations;
  }

  /** Does something with other weights in place of the current ones. */
  <T> T withWeights(INDArray others, Supplier<T> use) {
    if (others == weights) {
      return use.get();
    }
    INDArray own = weights.dup();
    weights.assign(others);
    try {
      return use.get();
    } finally {
      weights.assign(own);
    }
  }

  /** Weights, what the optimizer remembers, and counters. */
  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(graph.getConfiguration().getIterationCount());
    out.writeInt(graph.getConfiguration().getEpochCount());
    StoredArray.write(weights, out);
    optimizer().save(out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    graph.getConfiguration().setIterationCount(in.readInt());
    graph.getConfiguration().setEpochCount(in.readInt());
    weights.assign(StoredArray.read(in));
    optimizer().restore(in);
  }

  private Resumable optimizer() {
    return flatUpdate.isPresent() ? flatUpdate.get() : new UpdaterState(graph.getUpdater());
  }

  /** Frees what passes kept for the next. */
  @Override
  public void close() {
    toWeights.close();
    toInput.close();
    predictionPass.close();
  }
}
