package org.hone.api.recipe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * How a gradient becomes a change of the weights.
 *
 * @param updater the optimizer with its learning rate
 * @param rateByLayer factor of the learning rate by layer name; 1 where absent. A layer whose
 *     factor is 0 is frozen: neither its weights nor its batch-norm statistics move, and it
 *     computes as at inference
 * @param stages sorted by position
 * @param precision of passes through the network
 */
public record Update(
    IUpdater updater,
    Map<String, Double> rateByLayer,
    Schedule schedule,
    List<GradientStage> stages,
    Precision precision) {

  public Update {
    rateByLayer = Map.copyOf(rateByLayer);
    rateByLayer.forEach(Update::requireRate);
    stages = stages.stream().sorted(Comparator.comparing(GradientStage::position)).toList();
  }

  private static void requireRate(String layer, double factor) {
    if (!(factor >= 0) || Double.isInfinite(factor)) {
      throw new IllegalArgumentException(
          "the learning rate's factor of layer '%s' is finite and not negative, but is %s"
              .formatted(layer, factor));
    }
  }

  /** The optimizer alone, at a constant rate. */
  public static Update of(IUpdater updater) {
    return new Update(updater, Map.of(), Schedule.constant(), List.of(), Precision.single());
  }

  /** The same with another optimizer. */
  public Update withUpdater(IUpdater other) {
    return new Update(other, rateByLayer, schedule, stages, precision);
  }

  /** The same with other rates by layer. */
  public Update withRateByLayer(Map<String, Double> rates) {
    return new Update(updater, rates, schedule, stages, precision);
  }

  /** The same with another schedule. */
  public Update withSchedule(Schedule other) {
    return new Update(updater, rateByLayer, other, stages, precision);
  }

  /** The same with one more gradient stage. */
  public Update withStage(GradientStage stage) {
    List<GradientStage> more = new ArrayList<>(stages);
    more.add(stage);
    return new Update(updater, rateByLayer, schedule, more, precision);
  }

  /** The same in another precision. */
  public Update withPrecision(Precision other) {
    return new Update(updater, rateByLayer, schedule, stages, other);
  }
}
