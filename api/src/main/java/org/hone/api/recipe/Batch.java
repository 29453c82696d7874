package org.hone.api.recipe;

import java.util.Arrays;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Rows that are trained on together. Immutable by convention: whoever changes values works on a
 * copy.
 *
 * @param labels [rows, classes] as probabilities, [rows, labels] as probabilities of each, or
 *     [rows, targets]
 * @param weights [rows, 1], how much each row counts: a row of weight 2 is worth two rows of the
 *     same batch; empty for equally
 */
public record Batch(Inputs inputs, INDArray labels, Optional<INDArray> weights) {
  public Batch {
    if (inputs.rows() != labels.size(0)) {
      throw new IllegalArgumentException(
          "there are as many feature rows as label rows, but %d and %d"
              .formatted(inputs.rows(), labels.size(0)));
    }
    weights.ifPresent(given -> requireColumn(given, labels.size(0)));
  }

  private static void requireColumn(INDArray weights, long rows) {
    if (!Arrays.equals(weights.shape(), new long[] {rows, 1})) {
      throw new IllegalArgumentException(
          "row weights have the shape [%d, 1], but have %s"
              .formatted(rows, Arrays.toString(weights.shape())));
    }
  }

  /** Rows without padding that count equally. */
  public static Batch of(INDArray features, INDArray labels) {
    return new Batch(Inputs.of(features), labels, Optional.empty());
  }

  /** What the network sees, without the mask. */
  public INDArray features() {
    return inputs.features();
  }

  /** The same with other features, of rows as long as before. */
  public Batch withFeatures(INDArray others) {
    return new Batch(inputs.withFeatures(others), labels, weights);
  }

  /** The same with other labels. */
  public Batch withLabels(INDArray others) {
    return new Batch(inputs, others, weights);
  }

  /** The same with rows that count differently, [rows, 1]. */
  public Batch withWeights(INDArray others) {
    return new Batch(inputs, labels, Optional.of(others));
  }

  /** Some of the rows, one after the other, as views. */
  public Batch rows(int from, int to) {
    return new Batch(
        inputs.rows(from, to),
        labels.get(NDArrayIndex.interval(from, to)),
        weights.map(given -> given.get(NDArrayIndex.interval(from, to))));
  }

  /** The number of rows. */
  public int size() {
    return inputs.rows();
  }
}
