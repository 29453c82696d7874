package org.hone.engine.network;

import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.hone.api.recipe.Site;

/**
 * One node of a network: a layer, or a vertex that merges. The names of its inputs are other nodes
 * or the input.
 */
sealed interface Node permits Node.OfLayer, Node.OfVertex {

  String name();

  List<String> inputs();

  /** The same node fed by others. */
  Node withInputs(List<String> others);

  /** The same node under another name, fed by others. */
  Node copy(String otherName, List<String> others);

  /** A line for people. */
  String describe();

  /**
   * A layer.
   *
   * @param layer never changed after it was put here
   * @param reshaping between what feeds the layer and what it takes, if somebody chose it;
   *     Deeplearning4j's choice if empty
   */
  record OfLayer(
      String name, Layer layer, Optional<InputPreProcessor> reshaping, List<String> inputs)
      implements Node {
    public OfLayer {
      inputs = List.copyOf(inputs);
    }

    OfLayer(String name, Layer layer, List<String> inputs) {
      this(name, layer, Optional.empty(), inputs);
    }

    Site.Kind kind() {
      return Kinds.of(layer);
    }

    OfLayer withLayer(Layer other) {
      return new OfLayer(name, other, reshaping, inputs);
    }

    @Override
    public Node withInputs(List<String> others) {
      return new OfLayer(name, layer, reshaping, others);
    }

    @Override
    public Node copy(String otherName, List<String> others) {
      return new OfLayer(otherName, layer.clone(), reshaping, others);
    }

    @Override
    public String describe() {
      return "%s: %s <- %s".formatted(name, LayerText.describe(layer), String.join(", ", inputs));
    }
  }

  /** A vertex without weights that joins its inputs. */
  record OfVertex(String name, GraphVertex vertex, List<String> inputs) implements Node {
    public OfVertex {
      inputs = List.copyOf(inputs);
    }

    @Override
    public Node withInputs(List<String> others) {
      return new OfVertex(name, vertex, others);
    }

    @Override
    public Node copy(String otherName, List<String> others) {
      return new OfVertex(otherName, vertex.clone(), others);
    }

    @Override
    public String describe() {
      return "%s: %s <- %s".formatted(name, text(), String.join(", ", inputs));
    }

    /** What the vertex says of itself, if it does. */
    private String text() {
      String text = vertex.toString();
      Class<?> type = vertex.getClass();
      return text.startsWith(type.getName() + "@") ? type.getSimpleName() : text;
    }
  }
}
