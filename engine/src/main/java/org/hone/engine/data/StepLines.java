package org.hone.engine.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hone.engine.data.file.ColumnReader;
import org.hone.engine.data.file.DataFile;

/**
 * Lines that are steps of sequences, told apart by a column of ids. The same id in another file is
 * another sequence.
 */
final class StepLines implements RowLines {
  private final Optional<TimeReader> order;
  private final List<CommonCells> common = new ArrayList<>();
  private final List<int[]> sequences = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private NameReader ids = new NameReader();
  private int before;

  /**
   * No line is read yet.
   *
   * @param order reads what orders steps; as in the file if empty
   */
  StepLines(Optional<TimeReader> order) {
    this.order = order;
  }

  /** Reads the column that tells sequences apart. */
  ColumnReader ids() {
    return cell -> ids.read(cell);
  }

  @Override
  public ColumnReader whole(Place place, Purpose purpose, ColumnReader reader) {
    CommonCells cells = new CommonCells(place, purpose, reader);
    common.add(cells);
    return cells;
  }

  @Override
  public int end(DataFile file, int lines) {
    List<int[]> steps = Steps.bySequence(ids.rows(), ids.names().size());
    common.forEach(cells -> cells.handOn(file, ids.names(), steps));
    Optional<double[]> moments = order.map(TimeReader::times);
    for (int[] one : steps) {
      int[] placed = IntStream.of(one).map(step -> before + step).toArray();
      sequences.add(moments.map(at -> Steps.inOrder(placed, at)).orElse(placed));
    }
    names.addAll(ids.names());
    ids = new NameReader();
    before += lines;
    return steps.size();
  }

  @Override
  public double[] earliest(double[] times) {
    return sequences.stream()
        .mapToDouble(steps -> IntStream.of(steps).mapToDouble(at -> times[at]).min().orElseThrow())
        .toArray();
  }

  /** By sequence: its steps among all lines, in order. */
  List<int[]> sequences() {
    return Collections.unmodifiableList(sequences);
  }

  /** By sequence: its id. */
  List<String> names() {
    return Collections.unmodifiableList(names);
  }
}
