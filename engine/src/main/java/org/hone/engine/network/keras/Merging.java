package org.hone.engine.network.keras;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;

/** Where several layers meet. */
final class Merging {
  private Merging() {}

  /** Number by number; all inputs have one shape. */
  static Translation of(ElementWiseVertex.Op op) {
    return (layer, inputs, to) -> {
      Flow first = inputs.get(0);
      for (Flow other : inputs) {
        if (!other.type().equals(first.type()) || !other.order().equals(first.order())) {
          throw layer.refused(
              "joins %s and %s; shapes that differ are not read"
                  .formatted(first.type(), other.type()));
        }
      }
      return to.join(layer.name(), new ElementWiseVertex(op), inputs).ordered(first.order());
    };
  }

  /** Feature behind feature. */
  static Flow concatenate(KerasLayer layer, List<Flow> inputs, Assembly to) {
    int axes = inputs.get(0).axes();
    int axis = layer.config().path("axis").asInt(-1);
    if (axis != -1 && axis != axes - 1) {
      throw layer.refused("has axis: %d; read is -1, that of the features".formatted(axis));
    }
    inputs.forEach(input -> layer.requireAxes(input, axes));
    Flow joined = to.join(layer.name(), new MergeVertex(), inputs);
    return inputs.stream().allMatch(input -> input.order().isEmpty())
        ? joined
        : joined.ordered(order(inputs));
  }

  private static List<Integer> order(List<Flow> inputs) {
    List<Integer> order = new ArrayList<>();
    for (Flow input : inputs) {
      int before = order.size();
      List<Integer> own =
          input.order().isEmpty()
              ? IntStream.range(0, (int) input.features()).boxed().toList()
              : input.order();
      own.forEach(place -> order.add(before + place));
    }
    return order;
  }
}
