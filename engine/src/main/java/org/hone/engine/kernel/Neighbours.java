package org.hone.engine.kernel;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;

/** What stands before and behind a layer. */
final class Neighbours {
  private static final Set<Class<?>> OF_ANY_ORDER = Set.of(DenseLayer.class, OutputLayer.class);

  private final ComputationGraphConfiguration configuration;

  Neighbours(ComputationGraphConfiguration configuration) {
    this.configuration = configuration;
  }

  /** Whether a layer reads nothing but the network's inputs. */
  boolean isFirst(String name) {
    return configuration.getNetworkInputs().containsAll(inputsOf(name));
  }

  private List<String> inputsOf(String name) {
    return configuration.getVertexInputs().getOrDefault(name, List.of());
  }

  /**
   * Whether all that read a layer's activations do so in any order of memory. Not all of
   * Deeplearning4j's layers do: its batch norm by oneDNN takes a matrix that lies column by column
   * for one that lies row by row.
   */
  boolean readAnyOrder(String name) {
    return !configuration.getNetworkOutputs().contains(name)
        && configuration.getVertices().entrySet().stream()
            .filter(entry -> inputsOf(entry.getKey()).contains(name))
            .map(Map.Entry::getValue)
            .allMatch(Neighbours::readsAnyOrder);
  }

  private static boolean readsAnyOrder(GraphVertex vertex) {
    return vertex instanceof LayerVertex place
        && place.getPreProcessor() == null
        && OF_ANY_ORDER.contains(place.getLayerConf().getLayer().getClass());
  }
}
