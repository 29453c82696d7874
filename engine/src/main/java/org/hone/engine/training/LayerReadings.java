package org.hone.engine.training;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.hone.api.recipe.Inputs;
import org.hone.api.recipe.ParameterView;
import org.hone.api.training.Meters;
import org.hone.engine.metrics.TrialMeters;
import org.hone.engine.training.ParameterLayout.Role;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What single layers look like: norm of weights, size of the last update, dead units. A look at a
 * small network costs as much as some six of its steps. So there is one in each tenth epoch only,
 * in less where epochs are so short that ten of them have less than 2000 steps, and in the last.
 *
 * @param sample rows by which dead units are found, scaled
 * @param budget what the training may take
 */
record LayerReadings(LiveGraph graph, Inputs sample, Budget budget, TrialMeters meters) {
  private static final int LEAST_EPOCHS_PER_LOOK = 10;
  private static final int LEAST_STEPS_PER_LOOK = 2000;

  /** Rows of a sample. */
  static final int ROWS = 64;

  /** What a training may take: so many epochs, of so many steps each. */
  record Budget(int epochs, int stepsPerEpoch) {

    /**
     * Whether layers are looked at after an epoch; whoever resumes a training comes to the same.
     */
    boolean isTimeToLook(int epoch) {
      int perLook = (LEAST_STEPS_PER_LOOK + stepsPerEpoch - 1) / stepsPerEpoch;
      return epoch % Math.max(LEAST_EPOCHS_PER_LOOK, perLook) == 0 || epoch == epochs;
    }
  }

  /**
   * Reads, if it is time to.
   *
   * @param epoch finished ones
   */
  void read(int epoch) {
    if (budget.isTimeToLook(epoch)) {
      readNorms();
      readDeadUnits();
    }
  }

  /** Over copies of the flat vectors: an operation of ND4J for each array would take longer. */
  private void readNorms() {
    float[] weights = graph.weights().toFloatVector();
    float[] updates = graph.gradients().toFloatVector();
    Map<String, Double> ofWeights = new TreeMap<>();
    Map<String, Double> ofUpdates = new TreeMap<>();
    int from = 0;
    for (ParameterLayout.Entry entry : graph.layout().entries()) {
      int to = from + Math.toIntExact(entry.view().weight().length());
      if (entry.role() == Role.TRAINED) {
        String layer = entry.view().layer();
        ofWeights.merge(layer, squares(weights, from, to), Double::sum);
        ofUpdates.merge(layer, squares(updates, from, to), Double::sum);
      }
      from = to;
    }
    ofWeights.forEach(
        (layer, squares) -> {
          meters.ofLayer(Meters.LAYER_WEIGHT_NORM, layer, Math.sqrt(squares));
          double ratio = Math.sqrt(ofUpdates.getOrDefault(layer, 0.0) / squares);
          meters.ofLayer(Meters.LAYER_UPDATE_RATIO, layer, ratio);
        });
  }

  private static double squares(float[] values, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += (double) values[i] * values[i];
    }
    return sum;
  }

  private void readDeadUnits() {
    Map<String, INDArray> activations = graph.activations(sample);
    graph.views().stream()
        .map(ParameterView::layer)
        .distinct()
        .forEach(
            layer ->
                dead(activations, layer)
                    .ifPresent(share -> meters.ofLayer(Meters.LAYER_DEAD_SHARE, layer, share)));
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
