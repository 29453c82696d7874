package org.hone.engine.training;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.exception.DL4JInvalidConfigException;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.hone.api.recipe.Inputs;
import org.hone.engine.kernel.OwnLayers;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Forward through a graph at inference. Features of a shape that comes again and again go the short
 * way, once that was seen to give the same to the bit as Deeplearning4j's own. Not to be used by
 * two threads at once; by one after the other it may.
 */
final class PredictionPass implements AutoCloseable {
  /** The usual piece of rows, the smaller one at the end, and those of another set of rows. */
  private static final int MOST_SHAPES = 3;

  /** Without workspaces, as recordings are made, nothing is freed before the end of the pass. */
  private static final long MOST_ACTIVATION_BYTES = 1L << 27;

  private final ComputationGraph graph;
  private final long mostBytes;
  private final Map<Key, ReplayedPrediction> byShape = new HashMap<>();

  /** What tells apart passes that need recordings of their own. */
  private record Key(List<Long> shape, char order, DataType type) {
    static Key of(INDArray features) {
      return new Key(
          Arrays.stream(features.shape()).boxed().toList(),
          features.ordering(),
          features.dataType());
    }
  }

  /**
   * @param mostBytes of activations for which the short way is tried
   */
  PredictionPass(ComputationGraph graph, long mostBytes) {
    this.graph = graph;
    this.mostBytes = mostBytes;
  }

  /** Goes the short way if the graph does the same in every pass. */
  static PredictionPass of(ComputationGraph graph) {
    OwnLayers.putInto(graph);
    boolean steady = ReplayRule.allows(graph.getConfiguration());
    return new PredictionPass(graph, steady ? MOST_ACTIVATION_BYTES : 0);
  }

  /** Whose weights are used, whatever they are by then. */
  ComputationGraph graph() {
    return graph;
  }

  /** The graph's output, in memory of its own. */
  INDArray predict(Inputs inputs) {
    INDArray features = inputs.features();
    if (inputs.mask().isPresent()) {
      // set beforehand, the mask would be forgotten: output() clears what it is not given
      INDArray[] masks = {Masks.withAStep(inputs.mask().get())};
      return graph.output(false, new INDArray[] {features}, masks, null)[0];
    }
    Optional<ReplayedPrediction> shortWay = shortWay(features);
    return shortWay.isPresent()
        ? shortWay.get().run(features)
        : graph.outputSingle(false, features);
  }

  private Optional<ReplayedPrediction> shortWay(INDArray features) {
    if (mostBytes == 0) {
      return Optional.empty();
    }
    Key key = Key.of(features);
    if (!byShape.containsKey(key) && byShape.size() < MOST_SHAPES && isSmall(features)) {
      byShape.put(key, new ReplayedPrediction(graph));
    }
    return Optional.ofNullable(byShape.get(key));
  }

  /** Whether predictions for features like these are replayed by now. */
  boolean isReplaying(INDArray features) {
    ReplayedPrediction known = byShape.get(Key.of(features));
    return known != null && known.isReplaying();
  }

  private boolean isSmall(INDArray features) {
    try {
      long elements =
          graph
              .getConfiguration()
              .getLayerActivationTypes(InputType.inferInputType(features))
              .values()
              .stream()
              .mapToLong(InputType::arrayElementsPerExample)
              .sum();
      return elements * features.size(0) * features.dataType().width() <= mostBytes;
    } catch (DL4JInvalidConfigException | IllegalArgumentException | IllegalStateException e) {
      // the graph itself says better what does not fit
      return false;
    }
  }

  @Override
  public void close() {
    byShape.values().forEach(ReplayedPrediction::close);
    byShape.clear();
  }
}
