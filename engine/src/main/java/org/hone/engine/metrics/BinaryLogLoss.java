package org.hone.engine.metrics;

import org.hone.api.training.Goal;
import org.hone.api.training.Metric;
import org.hone.search.space.Direction;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Cross-entropy of labels that are there or not, in nats, summed over the labels of a row, mean
 * over rows; probabilities below 1e-10 count as that.
 */
final class BinaryLogLoss implements Metric {
  private static final double SMALLEST_PROBABILITY = 1e-10;

  @Override
  public String id() {
    return "binary-log-loss";
  }

  @Override
  public Direction direction() {
    return Direction.MINIMIZE;
  }

  @Override
  public boolean appliesTo(Goal goal) {
    return goal == Goal.MULTI_LABEL;
  }

  @Override
  public double compute(INDArray predictions, INDArray labels) {
    INDArray there = logs(predictions).muli(labels);
    INDArray absent = logs(predictions.rsub(1)).muli(labels.rsub(1));
    double score = -there.addi(absent).sumNumber().doubleValue() / labels.size(0);
    return predictions.isNaN().any() ? Double.NaN : score;
  }

  private static INDArray logs(INDArray probabilities) {
    return Transforms.log(Transforms.max(probabilities, SMALLEST_PROBABILITY));
  }
}
