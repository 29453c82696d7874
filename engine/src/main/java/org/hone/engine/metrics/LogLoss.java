package org.hone.engine.metrics;

import org.hone.api.training.Goal;
import org.hone.api.training.Metric;
import org.hone.search.space.Direction;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Mean cross-entropy of the right class, in nats; probabilities below 1e-10 count as that. */
final class LogLoss implements Metric {
  private static final double SMALLEST_PROBABILITY = 1e-10;

  @Override
  public String id() {
    return "log-loss";
  }

  @Override
  public Direction direction() {
    return Direction.MINIMIZE;
  }

  @Override
  public boolean appliesTo(Goal goal) {
    return goal == Goal.CLASSIFICATION;
  }

  @Override
  public double compute(INDArray predictions, INDArray labels) {
    INDArray logs = Transforms.log(Transforms.max(predictions, SMALLEST_PROBABILITY));
    double score = -logs.muli(labels).sumNumber().doubleValue() / labels.size(0);
    return predictions.isNaN().any() ? Double.NaN : score;
  }
}
