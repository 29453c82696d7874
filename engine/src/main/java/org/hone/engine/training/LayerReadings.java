package org.hone.engine.training;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.hone.api.recipe.Inputs;
import org.hone.api.recipe.ParameterView;
import org.hone.api.training.Meters;
import org.hone.engine.metrics.TrialMeters;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What single layers look like: norm of weights, size of the last update, dead units. Looked at ten
 * times in a training, for it costs more than a step.
 *
 * @param sample rows by which dead units are found, scaled
 * @param epochs the full budget
 */
record LayerReadings(LiveGraph graph, Inputs sample, int epochs, TrialMeters meters) {
  private static final int LOOKS = 10;

  /** Rows of a sample. */
  static final int ROWS = 64;

  /**
   * Reads, if it is time to.
   *
   * @param epoch finished ones
   */
  void read(int epoch) {
    int every = Math.max(1, epochs / LOOKS);
    if (epoch % every == 0) {
      readNorms();
      readDeadUnits();
    }
  }

  private void readNorms() {
    Map<String, Double> weights = new TreeMap<>();
    Map<String, Double> updates = new TreeMap<>();
    for (ParameterView view : graph.views()) {
      weights.merge(view.layer(), squares(view.weight()), Double::sum);
      updates.merge(view.layer(), squares(view.gradient()), Double::sum);
    }
    weights.forEach(
        (layer, squares) -> {
          meters.ofLayer(Meters.LAYER_WEIGHT_NORM, layer, Math.sqrt(squares));
          double ratio = Math.sqrt(updates.getOrDefault(layer, 0.0) / squares);
          meters.ofLayer(Meters.LAYER_UPDATE_RATIO, layer, ratio);
        });
  }

  private static double squares(INDArray array) {
    double norm = array.norm2Number().doubleValue();
    return norm * norm;
  }

  private void readDeadUnits() {
    Map<String, INDArray> activations = graph.activations(sample);
    for (ParameterView view : graph.views()) {
      dead(activations, view.layer())
          .ifPresent(share -> meters.ofLayer(Meters.LAYER_DEAD_SHARE, view.layer(), share));
    }
  }

  /** Where the activation was moved to a layer of its own, that tells; units are at axis 1. */
  private static OptionalDouble dead(Map<String, INDArray> activations, String layer) {
    INDArray given = activations.getOrDefault(layer + "-activation", activations.get(layer));
    if (given == null || given.rank() < 2) {
      return OptionalDouble.empty();
    }
    int[] others = IntStream.range(0, given.rank()).filter(axis -> axis != 1).toArray();
    double alive = given.amax(others).gt(0).castTo(given.dataType()).meanNumber().doubleValue();
    return OptionalDouble.of(1 - alive);
  }
}
