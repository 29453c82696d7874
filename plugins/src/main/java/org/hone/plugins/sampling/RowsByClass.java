package org.hone.plugins.sampling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.hone.plugins.Noise;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The training rows of each class that has any. */
record RowsByClass(List<int[]> rows) {

  /**
   * @param labels [rows, classes], one-hot
   */
  static RowsByClass of(INDArray labels) {
    INDArray classes = labels.argMax(1);
    List<List<Integer>> byClass = new ArrayList<>();
    for (long k = 0; k < labels.size(1); k++) {
      byClass.add(new ArrayList<>());
    }
    for (int row = 0; row < labels.size(0); row++) {
      byClass.get(classes.getInt(row)).add(row);
    }
    return new RowsByClass(
        byClass.stream()
            .filter(rows -> !rows.isEmpty())
            .map(rows -> rows.stream().mapToInt(Integer::intValue).toArray())
            .toList());
  }

  int classes() {
    return rows.size();
  }

  int count() {
    return rows.stream().mapToInt(some -> some.length).sum();
  }

  /** How many rows the largest class has. */
  int largest() {
    return rows.stream().mapToInt(some -> some.length).max().orElse(0);
  }

  /** The rows of a class in random order. */
  int[] shuffled(int which, RandomGenerator random) {
    int[] some = rows.get(which);
    return Arrays.stream(Noise.permutation(random, some.length)).map(i -> some[i]).toArray();
  }
}
