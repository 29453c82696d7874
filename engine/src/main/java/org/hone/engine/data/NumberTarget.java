package org.hone.engine.data;

import java.util.List;
import java.util.stream.IntStream;
import org.hone.api.training.Goal;
import org.hone.engine.data.split.Dealing;
import org.hone.engine.data.split.Strata;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * One number or several.
 *
 * @param columns their names
 * @param values by column
 */
record NumberTarget(List<String> columns, List<Cells> values) implements Target {
  NumberTarget {
    columns = List.copyOf(columns);
    values = List.copyOf(values);
  }

  @Override
  public Goal goal() {
    return Goal.REGRESSION;
  }

  @Override
  public List<String> classes() {
    return List.of();
  }

  @Override
  public int rows() {
    return values.get(0).rows();
  }

  @Override
  public INDArray encode(int[] rows) {
    return LabelTarget.sideBySide(values, rows);
  }

  @Override
  public List<Scale> scales(int[] trainingRows) {
    Fitting fitting = new Fitting(trainingRows, ScalingMethod.STANDARD);
    return values.stream().map(fitting::scale).toList();
  }

  /** All rows are alike. */
  @Override
  public Dealing dealing(int rows) {
    return new Strata(List.of(IntStream.range(0, rows).toArray()));
  }

  @Override
  public int[] classesOf(int row) {
    return new int[0];
  }

  @Override
  public List<String> remarks() {
    return List.of();
  }
}
