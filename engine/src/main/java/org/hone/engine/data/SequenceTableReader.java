package org.hone.engine.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.hone.api.training.Goal;
import org.hone.engine.data.file.Cell;
import org.hone.engine.data.file.ColumnReader;
import org.hone.engine.data.file.DataFile;

/** Reads a {@link Dataset} from a CSV file whose rows are steps of sequences. */
final class SequenceTableReader {
  private final DataSource source;
  private final Form.SequenceTable form;
  private final Layout layout;
  private final ColumnNames names;
  private final int id;
  private final Optional<Integer> order;
  private final int label;
  private final Set<Integer> named;
  private final Set<Integer> unseen;

  /** Finds the columns that the source speaks of. */
  SequenceTableReader(DataSource source, Form.SequenceTable form) {
    this.source = source;
    this.form = form;
    this.layout = Layout.of(new DataFile(source.file()), source.namedColumns());
    this.names = layout.names();
    this.id = names.resolve(form.id(), Purpose.ID);
    this.order = form.order().map(name -> names.resolve(name, Purpose.ORDER));
    this.named = resolve(source.roles().categorical(), Purpose.CATEGORICAL);
    this.unseen = resolve(source.roles().ignore(), Purpose.IGNORE);
    unseen.add(id);
    order.ifPresent(unseen::add);
    this.label =
        source.roles().labels().stream()
            .findFirst()
            .map(name -> names.resolve(name, Purpose.LABEL))
            .orElseGet(this::lastSeen);
    if (!unseen.add(label)) {
      throw names.place(label).error("is the label, and cannot be id or order, nor ignored");
    }
    if (unseen.size() == names.width()) {
      throw layout.file().error("has no column to learn from besides id, order and label");
    }
  }

  private Set<Integer> resolve(List<String> columns, Purpose purpose) {
    Set<Integer> resolved = new HashSet<>();
    columns.forEach(column -> resolved.add(names.resolve(column, purpose)));
    return resolved;
  }

  private int lastSeen() {
    return IntStream.range(0, names.width())
        .filter(column -> !unseen.contains(column))
        .max()
        .orElseThrow(() -> layout.file().error("has no column for the label besides id and order"));
  }

  Dataset read() {
    NameReader ids = new NameReader();
    NameReader labels = new NameReader();
    Optional<TimeReader> moments = order.map(column -> new TimeReader(names.place(column)));
    SortedMap<Integer, ColumnTyper> features = new TreeMap<>();
    IntStream.range(0, names.width())
        .filter(column -> !unseen.contains(column))
        .forEach(column -> features.put(column, typer(column)));
    List<ColumnReader> readers =
        new ArrayList<>(Collections.nCopies(names.width(), ColumnReader.skip()));
    readers.set(id, ids);
    readers.set(label, labels);
    order.ifPresent(column -> readers.set(column, moments.orElseThrow()));
    features.forEach(readers::set);
    Table.read(layout, readers);
    List<int[]> sequences = sequences(ids, moments);
    ColumnTyper ofSequences = labelOfEach(ids, labels, sequences);
    List<RawColumn> columns = features.values().stream().map(ColumnTyper::column).toList();
    return dataset(
        ofSequences,
        Sequences.of(layout.file(), origin(), columns, sequences, form.steps(), source.scaling()));
  }

  private ColumnTyper typer(int column) {
    return new ColumnTyper(names.place(column), named.contains(column));
  }

  static List<int[]> sequences(NameReader ids, Optional<TimeReader> moments) {
    List<int[]> steps = Steps.bySequence(ids.rows(), ids.names().size());
    return moments
        .map(TimeReader::times)
        .map(at -> steps.stream().map(one -> Steps.inOrder(one, at)).toList())
        .orElse(steps);
  }

  /** Sees to it that each sequence has one label, and one only. */
  private ColumnTyper labelOfEach(NameReader ids, NameReader labels, List<int[]> sequences) {
    int[] labelOf = labels.rows();
    long[] lines = labels.lines();
    ColumnTyper typer = typer(label);
    for (int sequence = 0; sequence < sequences.size(); sequence++) {
      int[] steps = sequences.get(sequence).clone();
      Arrays.sort(steps);
      String first = labels.names().get(labelOf[steps[0]]);
      for (int step : steps) {
        if (labelOf[step] != labelOf[steps[0]]) {
          throw layout
              .file()
              .error(
                  lines[step],
                  "%s: sequence '%s' has the label '%s' here, but '%s' in line %d; all steps of a sequence have one label"
                      .formatted(
                          names.place(label),
                          ids.names().get(sequence),
                          labels.names().get(labelOf[step]),
                          first,
                          lines[steps[0]]));
        }
      }
      typer.read(Cell.of(layout.file(), lines[steps[0]], first));
    }
    return typer;
  }

  private SequenceCoding.Origin origin() {
    return new SequenceCoding.Origin(
        new ColumnCoding.Origin(layout.header(), names.width(), List.of(label + 1)),
        key(id),
        order.map(this::key).orElse(SequenceCoding.Key.NONE));
  }

  private SequenceCoding.Key key(int column) {
    return new SequenceCoding.Key(names.names().get(column), column + 1);
  }

  private Dataset dataset(ColumnTyper labels, Sequences sequences) {
    Optional<Goal> goal =
        source
            .goal()
            .or(() -> named.contains(label) ? Optional.of(Goal.CLASSIFICATION) : Optional.empty());
    TargetRule rule = new TargetRule(List.of(labels), goal, labels.rows(), 2);
    Target target = rule.target();
    List<String> warnings = new ArrayList<>(rule.doubt(target).stream().toList());
    warnings.addAll(target.remarks());
    warnings.addAll(sequences.remarks());
    return new Dataset(layout.file(), layout.file().sha256(), sequences, target, warnings);
  }
}
