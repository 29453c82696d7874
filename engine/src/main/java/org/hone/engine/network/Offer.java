package org.hone.engine.network;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.hone.api.recipe.Network;
import org.hone.api.recipe.Site;
import org.hone.api.recipe.WeightSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Sgd;

/** Pretrained weights of one network that are put on offer to another with the same layers. */
public final class Offer {
  private final WeightSource source;

  private Offer(WeightSource source) {
    this.source = source;
  }

  /**
   * The network with the weights of a saved model on offer; layers go by name. Those of the output
   * are on offer if they have the same shapes.
   *
   * @throws IllegalArgumentException if the file is no model, lacks another layer of the network's,
   *     or has it with other shapes; the message names the file
   */
  public static Network of(GraphNetwork network, Path file) {
    try {
      NetworkFile read = NetworkFile.read(file);
      WeightSource weights =
          read.weights()
              .orElseThrow(
                  () -> new IllegalArgumentException("is a configuration, without any weights"));
      read.topology().sites().forEach(site -> requireKnown(site, network));
      return new Offer(weights).to(network);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  /** What the weights of other layers were learnt behind must not be missing. */
  private static void requireKnown(Site site, GraphNetwork network) {
    boolean matters = site.isHidden() || site.kind() == Site.Kind.NORMALIZATION;
    if (matters && network.sites().stream().noneMatch(own -> own.name().equals(site.name()))) {
      throw new IllegalArgumentException(
          "has a layer '%s' that the network lacks; take the whole network from the file"
              .formatted(site.name()));
    }
  }

  private Network to(GraphNetwork network) {
    ComputationGraph graph = new ComputationGraph(network.configuration(0, layer -> new Sgd()));
    graph.init();
    String output = graph.getConfiguration().getNetworkOutputs().get(0);
    for (GraphVertex vertex : graph.getVertices()) {
      if (vertex.numParams() > 0 && !vertex.getVertexName().equals(output)) {
        vertex.paramTable(false).forEach((key, own) -> require(vertex.getVertexName(), key, own));
      }
    }
    Map<String, INDArray> ofOutput = graph.getVertex(output).paramTable(false);
    return network.withPretrained(
        (layer, key) ->
            source
                .weights(layer, key)
                .filter(
                    given ->
                        !layer.equals(output)
                            || Optional.ofNullable(ofOutput.get(key))
                                .filter(own -> own.equalShapes(given))
                                .isPresent()));
  }

  private void require(String layer, String key, INDArray own) {
    INDArray given =
        source
            .weights(layer, key)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "has no weights for layer '%s' (%s); layers go by name"
                            .formatted(layer, key)));
    if (!given.equalShapes(own)) {
      throw new IllegalArgumentException(
          "'%s' of layer '%s' has the shape %s, but the network's has %s"
              .formatted(key, layer, Arrays.toString(given.shape()), Arrays.toString(own.shape())));
    }
  }
}
