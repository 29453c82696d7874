package org.hone.plugins.augmentation;

import java.util.random.RandomGenerator;
import org.hone.plugins.Noise;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * A part of every row: a rectangle of an image, a stretch of a sequence, some columns of a table.
 *
 * @param mask 1 in the patch and 0 elsewhere, shaped as one row
 */
record Patch(INDArray mask) {

  /**
   * A patch at random.
   *
   * @param row the shape of one row: [columns], [channels, height, width] or [features, steps]
   * @param share of the row that it covers, about, in [0, 1]; at the rim of an image it is smaller
   */
  static Patch of(long[] row, double share, RandomGenerator random) {
    return switch (row.length) {
      case 1 -> new Patch(Noise.bernoulli(random, share, row));
      case 2 -> new Patch(stretch(row, share, random));
      default -> new Patch(rectangle(row, Math.sqrt(share), random));
    };
  }

  /**
   * Writes zeros where it lies into an array of rows, shaped as this one is, one behind the other.
   */
  void blank(float[] rows, int row) {
    float[] inside = mask.data().asFloat();
    for (int i = 0; i < inside.length; i++) {
      if (inside[i] != 0) {
        rows[row * inside.length + i] = 0;
      }
    }
  }

  /** How much of a row it covers, in [0, 1]. */
  double share() {
    return mask.meanNumber().doubleValue();
  }

  /** The rows with the patch taken from others of the same shape; new array. */
  INDArray replace(INDArray rows, INDArray others) {
    INDArray flat = flat(rows);
    INDArray inside = mask.reshape(mask.length());
    return flat.addi(flat(others).subi(flat).muliRowVector(inside)).reshape('c', rows.shape());
  }

  private static INDArray flat(INDArray rows) {
    return rows.dup('c').reshape('c', rows.size(0), rows.length() / rows.size(0));
  }

  private static INDArray stretch(long[] row, double share, RandomGenerator random) {
    INDArray mask = Nd4j.zeros(DataType.FLOAT, row);
    long length = Math.round(share * row[1]);
    long from = length >= row[1] ? 0 : random.nextLong(row[1] - length + 1);
    if (length > 0) {
      mask.get(NDArrayIndex.all(), NDArrayIndex.interval(from, from + length)).assign(1);
    }
    return mask;
  }

  /** Around a centre anywhere in the image, cut off at its rim. */
  private static INDArray rectangle(long[] row, double side, RandomGenerator random) {
    INDArray mask = Nd4j.zeros(DataType.FLOAT, row);
    long[] rows = interval(row[1], side, random);
    long[] columns = interval(row[2], side, random);
    if (rows[0] < rows[1] && columns[0] < columns[1]) {
      mask.get(
              NDArrayIndex.all(),
              NDArrayIndex.interval(rows[0], rows[1]),
              NDArrayIndex.interval(columns[0], columns[1]))
          .assign(1);
    }
    return mask;
  }

  private static long[] interval(long size, double side, RandomGenerator random) {
    long length = Math.round(side * size);
    long from = random.nextLong(size) - length / 2;
    return new long[] {Math.max(0, from), Math.min(size, from + length)};
  }
}
