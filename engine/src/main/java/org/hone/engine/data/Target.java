package org.hone.engine.data;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hone.api.training.Goal;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * What is predicted: the label column.
 *
 * @param classes names of the classes; empty if it is a number
 * @param values by row the place of its class, or the number
 */
record Target(Place place, List<String> classes, Cells values) {

  Goal goal() {
    return classes.isEmpty() ? Goal.REGRESSION : Goal.CLASSIFICATION;
  }

  int outputs() {
    return Math.max(1, classes.size());
  }

  /** Labels of some rows: [rows, classes] one-hot, or [rows, 1]. */
  INDArray encode(int[] rows) {
    float[] encoded = new float[Math.multiplyExact(rows.length, outputs())];
    for (int i = 0; i < rows.length; i++) {
      float value = values.at(rows[i]);
      if (goal() == Goal.CLASSIFICATION) {
        encoded[i * outputs() + (int) value] = 1;
      } else {
        encoded[i] = value;
      }
    }
    return Nd4j.create(encoded, new long[] {rows.length, outputs()}, 'c');
  }

  /**
   * Rows that a split deals out proportionally: those of each class, or all. In the order of the
   * file.
   */
  List<int[]> strata() {
    List<IntStream.Builder> strata = Stream.generate(IntStream::builder).limit(outputs()).toList();
    for (int row = 0; row < values.rows(); row++) {
      int stratum = goal() == Goal.CLASSIFICATION ? (int) values.at(row) : 0;
      strata.get(stratum).add(row);
    }
    return strata.stream().map(stratum -> stratum.build().toArray()).toList();
  }
}
