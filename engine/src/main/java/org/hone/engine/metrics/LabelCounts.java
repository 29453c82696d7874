package org.hone.engine.metrics;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * How often each of several labels was recognised. A NaN prediction makes every figure NaN; without
 * rows every figure is NaN, too.
 */
final class LabelCounts {
  private static final double THERE = 0.5;

  private final long[] present;
  private final long[] predicted;
  private final long[] recognised;
  private final long cells;
  private final long rows;
  private long rightCells;
  private long rightRows;
  private boolean undefined;

  /**
   * @param predictions probabilities, [rows, labels]
   * @param labels [rows, labels], 1 or 0
   */
  LabelCounts(INDArray predictions, INDArray labels) {
    int columns = Math.toIntExact(labels.size(1));
    present = new long[columns];
    predicted = new long[columns];
    recognised = new long[columns];
    rows = labels.size(0);
    cells = rows * columns;
    for (long row = 0; row < rows; row++) {
      long right = IntStream.range(0, columns).filter(count(predictions, labels, row)).count();
      rightCells += right;
      rightRows += right == columns ? 1 : 0;
    }
  }

  /** Counts a label of a row, and tells whether it is right. */
  private IntPredicate count(INDArray predictions, INDArray labels, long row) {
    return column -> {
      double probability = predictions.getDouble(row, column);
      undefined |= Double.isNaN(probability);
      boolean said = probability >= THERE;
      boolean there = labels.getDouble(row, column) >= THERE;
      present[column] += there ? 1 : 0;
      predicted[column] += said ? 1 : 0;
      recognised[column] += there && said ? 1 : 0;
      return there == said;
    };
  }

  double accuracy() {
    return undefined ? Double.NaN : (double) rightCells / cells;
  }

  double subsetAccuracy() {
    return undefined ? Double.NaN : (double) rightRows / rows;
  }

  double meanF1() {
    double mean =
        IntStream.range(0, present.length)
            .filter(i -> present[i] + predicted[i] > 0)
            .mapToDouble(i -> 2.0 * recognised[i] / (present[i] + predicted[i]))
            .average()
            .orElse(Double.NaN);
    return undefined ? Double.NaN : mean;
  }
}
