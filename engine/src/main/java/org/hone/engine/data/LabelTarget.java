package org.hone.engine.data;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hone.api.training.Goal;
import org.hone.engine.data.split.Dealing;
import org.hone.engine.data.split.Units;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Any number of several labels.
 *
 * @param columns in which they stand
 * @param classes the labels
 * @param values by label and row 1 if the row has it, else 0
 */
record LabelTarget(List<String> columns, List<String> classes, List<Cells> values)
    implements Target {
  LabelTarget {
    columns = List.copyOf(columns);
    classes = List.copyOf(classes);
    values = List.copyOf(values);
  }

  @Override
  public Goal goal() {
    return Goal.MULTI_LABEL;
  }

  @Override
  public int rows() {
    return values.get(0).rows();
  }

  @Override
  public int outputs() {
    return classes.size();
  }

  @Override
  public INDArray encode(int[] rows) {
    return sideBySide(values, rows);
  }

  /** Some rows of columns: [rows, columns]. */
  static INDArray sideBySide(List<Cells> columns, int[] rows) {
    int width = columns.size();
    float[] encoded = new float[Math.multiplyExact(rows.length, width)];
    for (int column = 0; column < width; column++) {
      for (int i = 0; i < rows.length; i++) {
        encoded[i * width + column] = columns.get(column).at(rows[i]);
      }
    }
    return Nd4j.create(encoded, new long[] {rows.length, width}, 'c');
  }

  @Override
  public Dealing dealing(int rows) {
    return new Units(
        "rows",
        IntStream.range(0, rows).mapToObj(row -> new int[] {row}).toList(),
        IntStream.range(0, rows).mapToObj(this::classesOf).toList());
  }

  @Override
  public int[] classesOf(int row) {
    return IntStream.range(0, outputs()).filter(label -> values.get(label).at(row) == 1).toArray();
  }

  /** On labels that are hardly ever there, or always. */
  @Override
  public List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    for (int label = 0; label < outputs(); label++) {
      Cells cells = values.get(label);
      long there = IntStream.range(0, rows()).filter(row -> cells.at(row) == 1).count();
      if (there < 3 || there == rows()) {
        remarks.add(
            "label '%s' is in %s; %s"
                .formatted(
                    classes.get(label),
                    there == rows() ? "every row" : "%d of %d rows".formatted(there, rows()),
                    there == rows() ? "there is nothing to learn" : "not every part can have it"));
      }
    }
    return remarks;
  }
}
