package org.hone.engine.data;

import java.util.List;
import org.hone.api.training.Goal;
import org.hone.engine.data.split.Dealing;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What is predicted of each row. Immutable. */
sealed interface Target permits ClassTarget, LabelTarget, NumberTarget {

  Goal goal();

  /** What is predicted, by the names of its columns. */
  List<String> columns();

  /** The class or label whose probability each output is; empty for numbers. */
  List<String> classes();

  int rows();

  /** Labels of some rows: [rows, outputs]. */
  INDArray encode(int[] rows);

  /** The scale of each number, fitted to training rows; empty unless it is a regression. */
  default List<Scale> scales(int[] trainingRows) {
    return List.of();
  }

  /** Deals out the first rows so that parts are alike in what is predicted. */
  Dealing dealing(int rows);

  /** The classes or labels that a row has, numbered from 0; none where numbers are predicted. */
  int[] classesOf(int row);

  /** What a user should know before trusting it. */
  List<String> remarks();

  /** How many outputs a network needs. */
  default int outputs() {
    return Math.max(columns().size(), classes().size());
  }
}
