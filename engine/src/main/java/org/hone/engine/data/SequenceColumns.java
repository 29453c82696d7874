package org.hone.engine.data;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hone.engine.data.file.ColumnReader;

/** The columns of steps of sequences. */
final class SequenceColumns implements FeatureColumns {
  private final Layout layout;
  private final Assignment assignment;
  private final Optional<Integer> most;
  private final ScalingMethod scaling;
  private final SortedMap<Integer, ColumnTyper> features = new TreeMap<>();
  private final Optional<TimeReader> order;
  private final StepLines lines;

  /**
   * Reads nothing yet.
   *
   * @param assignment knows an id, and maybe an order
   * @param most how many steps are seen; those of the longest if empty
   */
  SequenceColumns(
      Layout layout, Assignment assignment, Optional<Integer> most, ScalingMethod scaling) {
    this.layout = layout;
    this.assignment = assignment;
    this.most = most;
    this.scaling = scaling;
    this.order =
        assignment.find(Purpose.ORDER).map(column -> new TimeReader(layout.names().place(column)));
    this.lines = new StepLines(order);
    for (int column : assignment.features()) {
      features.put(
          column, new ColumnTyper(layout.names().place(column), assignment.isCategorical(column)));
    }
  }

  @Override
  public Map<Integer, ColumnReader> readers() {
    Map<Integer, ColumnReader> readers = new HashMap<>(features);
    readers.put(assignment.require(Purpose.ID), lines.ids());
    order.ifPresent(reader -> readers.put(assignment.require(Purpose.ORDER), reader));
    return readers;
  }

  @Override
  public RowLines lines() {
    return lines;
  }

  @Override
  public Features features(Target target) {
    List<RawColumn> columns = features.values().stream().map(ColumnTyper::column).toList();
    SequenceCoding.Origin origin =
        new SequenceCoding.Origin(
            assignment.origin(),
            key(assignment.require(Purpose.ID)),
            assignment.find(Purpose.ORDER).map(this::key).orElse(SequenceCoding.Key.NONE));
    return Sequences.of(layout.file(), origin, columns, lines.sequences(), most, scaling);
  }

  private SequenceCoding.Key key(int column) {
    return new SequenceCoding.Key(layout.names().names().get(column), column + 1);
  }
}
