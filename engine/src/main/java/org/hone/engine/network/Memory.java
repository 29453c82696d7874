package org.hone.engine.network;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.rnn.LastTimeStepVertex;
import org.deeplearning4j.nn.conf.graph.rnn.ReverseTimeSeriesVertex;
import org.deeplearning4j.nn.conf.layers.Layer;

/**
 * Recurrent layers one above the other. The second direction of one is a layer of its own between
 * two vertices that reverse the real steps: Deeplearning4j's Bidirectional ignores the mask of an
 * LSTM.
 */
final class Memory {
  private final Chain chain;
  private final List<String> directions = new ArrayList<>();

  Memory(Chain chain) {
    this.chain = chain;
  }

  /** Whether there is a layer whose steps have not been put together. */
  boolean isOpen() {
    return !directions.isEmpty();
  }

  /** Puts a layer on top of what there is. */
  void add(Layer layer, boolean bidirectional) {
    keepAllSteps();
    String below = chain.end();
    directions.add(chain.add("lstm", layer));
    if (bidirectional) {
      reverse(below);
      directions.add(chain.add("backward-lstm", layer.clone()));
    }
  }

  /** Goes on with what the top layer gives at each step, its directions side by side. */
  void keepAllSteps() {
    if (directions.size() == 2) {
      String backward = reverse(directions.get(1));
      chain.join("merge", new MergeVertex(), List.of(directions.get(0), backward));
    }
    directions.clear();
  }

  /**
   * Goes on with what the top layer holds after the last real step, each direction after its own.
   */
  void keepLastStep() {
    List<String> last =
        directions.stream()
            .map(
                steps -> chain.join("last", new LastTimeStepVertex(Topology.INPUT), List.of(steps)))
            .toList();
    if (last.size() == 2) {
      chain.join("merge", new MergeVertex(), last);
    }
    directions.clear();
  }

  /** The real steps in reverse; padding stays behind them. */
  private String reverse(String steps) {
    return chain.join("reverse", new ReverseTimeSeriesVertex(Topology.INPUT), List.of(steps));
  }
}
