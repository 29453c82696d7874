package org.hone.api.training;

import org.hone.search.space.Direction;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A figure of merit of predictions. */
public interface Metric {

  /** Kebab-case, unique. */
  String id();

  /** Whether more or less is better. */
  Direction direction();

  /** Whether it can be computed for such predictions. */
  boolean appliesTo(Goal goal);

  /**
   * The figure.
   *
   * @param predictions class probabilities, or targets in the units of the data, [rows, outputs]
   * @param labels of the same shape
   * @return NaN if a prediction is NaN
   */
  double compute(INDArray predictions, INDArray labels);
}
