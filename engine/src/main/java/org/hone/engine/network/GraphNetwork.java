package org.hone.engine.network;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayerWithBackprop;
import org.deeplearning4j.nn.params.EmptyParamInitializer;
import org.hone.api.recipe.Architecture;
import org.hone.api.recipe.Block;
import org.hone.api.recipe.Network;
import org.hone.api.recipe.Site;
import org.hone.api.recipe.WeightSource;
import org.hone.api.training.Goal;
import org.hone.api.training.InputShape;
import org.hone.api.training.OutputMismatchException;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * A network as a graph of Deeplearning4j layers, from which a configuration is made for each
 * training.
 */
public final class GraphNetwork implements Network {
  private final Generator generator;
  private final Optional<Architecture> architecture;
  private final Topology topology;
  private final Edits edits;
  private final Optional<WeightSource> pretrained;

  /** What was changed beside the topology. */
  private record Edits(UnaryOperator<ILossFunction> loss, WeightSource weights) {
    static final Edits NONE = new Edits(loss -> loss, (layer, key) -> Optional.empty());
  }

  private GraphNetwork(
      Generator generator,
      Optional<Architecture> architecture,
      Topology topology,
      Edits edits,
      Optional<WeightSource> pretrained) {
    this.generator = generator;
    this.architecture = architecture;
    this.topology = topology;
    this.edits = edits;
    this.pretrained = pretrained;
  }

  /**
   * A network as planned.
   *
   * @throws IllegalArgumentException if the plan does not fit the input
   */
  public static GraphNetwork generate(
      Architecture architecture, InputShape input, Goal goal, int outputs) {
    Generator generator = new Generator(input, goal, outputs);
    return new GraphNetwork(
        generator,
        Optional.of(architecture),
        generator.generate(architecture),
        Edits.NONE,
        Optional.empty());
  }

  /**
   * A user's own network. Its layers, of whatever class, stay as they are, except that the
   * optimizer is the recipe's; truncated backpropagation through time is not kept.
   *
   * @throws IllegalArgumentException if it does not fit such inputs and outputs
   */
  public static GraphNetwork own(
      MultiLayerConfiguration configuration, InputShape input, Goal goal, int outputs) {
    return own(Conversion.of(configuration), new Generator(input, goal, outputs));
  }

  /**
   * The same for a network of one input and one output.
   *
   * @throws IllegalArgumentException if it does not fit such inputs and outputs
   */
  public static GraphNetwork own(
      ComputationGraphConfiguration configuration, InputShape input, Goal goal, int outputs) {
    return own(Conversion.of(configuration), new Generator(input, goal, outputs));
  }

  private static GraphNetwork own(Topology given, Generator generator) {
    Topology topology = generator.told(given);
    GraphNetwork network =
        new GraphNetwork(generator, Optional.empty(), topology, Edits.NONE, Optional.empty());
    new Fit(generator, topology).check(() -> network.configuration(0, layer -> new Sgd()));
    return network;
  }

  /**
   * A user's own network out of a file: a configuration of Deeplearning4j as JSON, or a model that
   * Deeplearning4j saved, whose weights are then on offer as pretrained ones.
   *
   * @throws IllegalArgumentException if the file is neither, or does not fit such inputs and
   *     outputs
   */
  public static GraphNetwork open(Path file, InputShape input, Goal goal, int outputs) {
    return open(file, new Generator(input, goal, outputs), read -> read);
  }

  /**
   * The same with a new output in the place of its own, or behind its last layer if it has none.
   *
   * @throws IllegalArgumentException as {@link #open(Path, InputShape, Goal, int)}
   */
  public static GraphNetwork openWithNewOutput(
      Path file, InputShape input, Goal goal, int outputs) {
    return open(
        file,
        new Generator(input, goal, outputs),
        read -> read.withOutput(PlainLayers.output(goal, outputs)));
  }

  private static GraphNetwork open(
      Path file, Generator generator, UnaryOperator<NetworkFile> edit) {
    try {
      NetworkFile read = edit.apply(NetworkFile.read(file));
      GraphNetwork network = own(read.topology(), generator);
      return read.weights()
          .map(weights -> (GraphNetwork) network.withPretrained(weights))
          .orElse(network);
    } catch (OutputMismatchException e) {
      throw new OutputMismatchException(file + ": " + e.getMessage());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  /**
   * The network as one of ours.
   *
   * @throws IllegalArgumentException if another engine made it
   */
  public static GraphNetwork of(Network network) {
    if (network instanceof GraphNetwork ours) {
      return ours;
    }
    throw new IllegalArgumentException(
        "a %s is not a network of this engine; let it generate one"
            .formatted(network.getClass().getName()));
  }

  private GraphNetwork with(Topology other) {
    return new GraphNetwork(generator, architecture, other, edits, pretrained);
  }

  private GraphNetwork with(Edits other) {
    return new GraphNetwork(generator, architecture, topology, other, pretrained);
  }

  @Override
  public List<Site> sites() {
    return topology.sites();
  }

  @Override
  public Optional<Architecture> architecture() {
    return architecture;
  }

  @Override
  public Network rebuild(UnaryOperator<Architecture> edit) {
    Architecture plan =
        architecture.orElseThrow(
            () -> new IllegalStateException("a user's own network has no plan to rebuild it from"));
    Architecture edited = edit.apply(plan);
    return new GraphNetwork(
        generator, Optional.of(edited), generator.generate(edited), Edits.NONE, pretrained);
  }

  @Override
  public Network mapLayers(Predicate<Site> where, UnaryOperator<Layer> edit) {
    Topology next = topology;
    for (Site site : topology.sites()) {
      if (where.test(site)) {
        Node.OfLayer node = (Node.OfLayer) next.node(site.name());
        next = next.replace(node.withLayer(edit.apply(node.layer().clone())));
      }
    }
    return with(next);
  }

  @Override
  public Network insert(Predicate<Site> where, Side side, Function<Site, Layer> layer) {
    Topology next = topology;
    for (Site site : topology.sites()) {
      if (where.test(site)) {
        next = Insertion.at(next, site, side, layer.apply(site));
      }
    }
    return with(next);
  }

  /** With roundings behind all layers but the output, for a training in a narrow format. */
  public GraphNetwork rounded(Rounding rounding) {
    return (GraphNetwork)
        insert(
            site -> site.kind() != Site.Kind.OUTPUT,
            Side.AFTER,
            site -> new RoundingLayer(rounding));
  }

  /**
   * With these layers frozen, as far as they have weights: neither those nor statistics move, and
   * they compute as at inference. What lies before them still gets its gradient.
   */
  public GraphNetwork frozen(Set<String> layers) {
    return (GraphNetwork)
        mapLayers(
            site ->
                layers.contains(site.name())
                    && !(site.layer().initializer() instanceof EmptyParamInitializer),
            FrozenLayerWithBackprop::new);
  }

  @Override
  public Network mergeBlocks(int branches, Function<Block, GraphVertex> merge) {
    ComputationGraphConfiguration.GraphBuilder builder =
        builder(new NeuralNetConfiguration.Builder());
    Map<String, InputType> types = new HashMap<>(builder.getLayerActivationTypes());
    types.put(Topology.INPUT, generator.inputType());
    return with(new BlockMerger(types).merge(topology, branches, merge));
  }

  @Override
  public Network mapLoss(UnaryOperator<ILossFunction> wrap) {
    return with(new Edits(loss -> wrap.apply(edits.loss().apply(loss)), edits.weights()));
  }

  @Override
  public Network weightsFrom(WeightSource source) {
    WeightSource before = edits.weights();
    WeightSource either =
        (layer, key) -> source.weights(layer, key).or(() -> before.weights(layer, key));
    return with(new Edits(edits.loss(), either));
  }

  @Override
  public Optional<WeightSource> pretrained() {
    return pretrained;
  }

  @Override
  public Network withPretrained(WeightSource source) {
    return new GraphNetwork(generator, architecture, topology, edits, Optional.of(source));
  }

  /** Where initial weights come from. */
  public WeightSource weights() {
    return edits.weights();
  }

  @Override
  public String describe() {
    String loss =
        topology.sites().stream()
            .map(site -> Kinds.unwrapped(site.layer()))
            .filter(BaseOutputLayer.class::isInstance)
            .map(layer -> edits.loss().apply(((BaseOutputLayer) layer).getLossFn()).toString())
            .collect(Collectors.joining(", "));
    return topology.nodes().stream().map(Node::describe).collect(Collectors.joining("\n"))
        + "\nloss: "
        + loss;
  }

  /**
   * The Deeplearning4j configuration with the network's own loss: for evaluation and for the saved
   * model. Dropout, noise and first weights that are not Deeplearning4j's are left out: they do
   * nothing at inference, and would be missing when the model is loaded elsewhere.
   *
   * @param updater by layer name
   */
  public ComputationGraphConfiguration configuration(
      long seed, Function<String, IUpdater> updater) {
    GraphNetwork portable = (GraphNetwork) mapLayers(site -> true, PortableLayers::of);
    return portable.configuration(updater, new NeuralNetConfiguration.Builder().seed(seed));
  }

  /**
   * The configuration to train with: with the loss as techniques wrapped it, and gradients that are
   * sums over rows.
   *
   * @param updater by layer name
   * @param rowWeights of the current batch, [rows, 1]; empty for equal ones
   * @param losses is given each batch's loss, summed over rows
   */
  public ComputationGraphConfiguration trainingConfiguration(
      long seed,
      Function<String, IUpdater> updater,
      Supplier<Optional<INDArray>> rowWeights,
      Consumer<INDArray> losses) {
    return trainingConfiguration(
        updater,
        loss -> trainingLoss(loss, rowWeights, losses),
        new NeuralNetConfiguration.Builder().seed(seed));
  }

  /**
   * The same in half precision, but for the loss: for passes only, whose gradients another graph
   * takes.
   */
  public ComputationGraphConfiguration halfConfiguration(
      Supplier<Optional<INDArray>> rowWeights, Consumer<INDArray> losses) {
    return trainingConfiguration(
        layer -> new NoOp(),
        loss -> new SinglePrecisionLoss(trainingLoss(loss, rowWeights, losses)),
        new NeuralNetConfiguration.Builder().dataType(DataType.FLOAT16));
  }

  private ComputationGraphConfiguration trainingConfiguration(
      Function<String, IUpdater> updater,
      UnaryOperator<ILossFunction> trainingLoss,
      NeuralNetConfiguration.Builder global) {
    GraphNetwork wrapped = (GraphNetwork) mapLayers(site -> true, layer -> layer);
    wrapped.topology.sites().forEach(site -> FiniteGradient.in(Kinds.unwrapped(site.layer())));
    wrapped.topology.sites().stream()
        .map(site -> Kinds.unwrapped(site.layer()))
        .filter(BaseOutputLayer.class::isInstance)
        .map(BaseOutputLayer.class::cast)
        .forEach(
            output -> output.setLossFn(trainingLoss.apply(edits.loss().apply(output.getLossFn()))));
    return wrapped.configuration(updater, global.miniBatch(false));
  }

  /**
   * A loss as it is trained on.
   *
   * @param rowWeights of the current batch, [rows, 1]; empty for equal ones
   * @param losses is given each batch's loss, summed over rows
   */
  public static ILossFunction trainingLoss(
      ILossFunction own, Supplier<Optional<INDArray>> rowWeights, Consumer<INDArray> losses) {
    return new RowWeightedLoss(own, rowWeights, losses);
  }

  private ComputationGraphConfiguration configuration(
      Function<String, IUpdater> updater, NeuralNetConfiguration.Builder global) {
    GraphNetwork configured = (GraphNetwork) mapLayers(site -> true, layer -> layer);
    for (Site site : configured.topology.sites()) {
      if (Kinds.unwrapped(site.layer()) instanceof BaseLayer layer) {
        layer.setIUpdater(updater.apply(site.name()));
      }
    }
    return configured.builder(global.updater(updater.apply(""))).build();
  }

  private ComputationGraphConfiguration.GraphBuilder builder(
      NeuralNetConfiguration.Builder global) {
    ComputationGraphConfiguration.GraphBuilder builder =
        global
            .graphBuilder()
            .addInputs(Topology.INPUT)
            .setInputTypes(generator.inputType())
            .setOutputs(topology.output());
    for (Node node : topology.nodes()) {
      String[] inputs = node.inputs().toArray(String[]::new);
      if (node instanceof Node.OfLayer layer) {
        builder.addLayer(node.name(), layer.layer().clone(), reshaping(layer).orElse(null), inputs);
      } else if (node instanceof Node.OfVertex vertex) {
        builder.addVertex(node.name(), vertex.vertex().clone(), inputs);
      }
    }
    return builder;
  }

  private static Optional<InputPreProcessor> reshaping(Node.OfLayer node) {
    return node.reshaping().map(InputPreProcessor::clone);
  }

  @Override
  public String toString() {
    return describe();
  }
}
