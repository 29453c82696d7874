package org.hone.api.recipe;

import java.util.Arrays;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * What a network sees of some rows. Immutable by convention: whoever changes values works on a
 * copy.
 *
 * @param features [rows, columns] of a table, [rows, channels, height, width] of images, [rows,
 *     features, steps] of sequences, [rows, tokens] of texts: each token by its number
 * @param mask [rows, steps], or [rows, tokens]: 1 where the row has such a step, 0 where it was
 *     padded to the length of the longest; empty if nothing was padded
 */
public record Inputs(INDArray features, Optional<INDArray> mask) {
  public Inputs {
    mask.ifPresent(given -> requireSteps(given, features));
  }

  private static void requireSteps(INDArray mask, INDArray features) {
    long[] steps = {features.size(0), features.size(-1)};
    if (!Arrays.equals(mask.shape(), steps)) {
      throw new IllegalArgumentException(
          "the mask of features of shape %s has the shape %s, but has %s"
              .formatted(
                  Arrays.toString(features.shape()),
                  Arrays.toString(steps),
                  Arrays.toString(mask.shape())));
    }
  }

  /** Rows without padding. */
  public static Inputs of(INDArray features) {
    return new Inputs(features, Optional.empty());
  }

  /** The same rows, as long as before, with other features. */
  public Inputs withFeatures(INDArray others) {
    return new Inputs(others, mask);
  }

  /** Some of the rows, one after the other, as views. */
  public Inputs rows(int from, int to) {
    return new Inputs(slice(features, from, to), mask.map(given -> slice(given, from, to)));
  }

  private static INDArray slice(INDArray rows, int from, int to) {
    return rows.get(NDArrayIndex.interval(from, to));
  }

  /** The number of rows. */
  public int rows() {
    return Math.toIntExact(features.size(0));
  }
}
