package org.hone.engine.metrics;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/** How often each class was recognised. A row with a NaN prediction makes every figure NaN. */
final class Confusion {
  private final long[] rows;
  private final long[] predicted;
  private final long[] recognised;
  private boolean undefined;

  /**
   * @param predictions [rows, classes]
   * @param labels [rows, classes], the largest is the right one
   */
  Confusion(INDArray predictions, INDArray labels) {
    int classes = (int) labels.size(1);
    rows = new long[classes];
    predicted = new long[classes];
    recognised = new long[classes];
    for (long row = 0; row < labels.size(0); row++) {
      int right = largest(labels, row);
      int taken = largest(predictions, row);
      rows[right]++;
      predicted[taken]++;
      if (taken == right) {
        recognised[right]++;
      }
    }
  }

  private int largest(INDArray array, long row) {
    int best = 0;
    for (int column = 0; column < array.size(1); column++) {
      double value = array.getDouble(row, column);
      undefined |= Double.isNaN(value);
      if (value > array.getDouble(row, best)) {
        best = column;
      }
    }
    return best;
  }

  double accuracy() {
    return undefined ? Double.NaN : (double) sum(recognised) / sum(rows);
  }

  double meanRecall() {
    double sum = 0;
    int present = 0;
    for (int i = 0; i < rows.length; i++) {
      if (rows[i] > 0) {
        sum += (double) recognised[i] / rows[i];
        present++;
      }
    }
    return undefined ? Double.NaN : sum / present;
  }

  /** The mean over classes that occur or are predicted. */
  double meanF1() {
    double mean =
        IntStream.range(0, rows.length)
            .filter(i -> rows[i] + predicted[i] > 0)
            .mapToDouble(i -> 2.0 * recognised[i] / (rows[i] + predicted[i]))
            .average()
            .orElse(Double.NaN);
    return undefined ? Double.NaN : mean;
  }

  private static long sum(long[] counts) {
    return Arrays.stream(counts).sum();
  }
}
