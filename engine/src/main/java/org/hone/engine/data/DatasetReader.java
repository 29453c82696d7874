package org.hone.engine.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.BiFunction;
import org.hone.api.training.Goal;
import org.hone.api.training.InputShape;
import org.hone.engine.data.file.ColumnReader;
import org.hone.engine.data.file.DataFile;
import org.hone.engine.data.split.Chronology;
import org.hone.engine.data.split.Dealing;

/** Reads a {@link Dataset} from a CSV file, and files of the same columns. */
final class DatasetReader {
  private final DataSource source;
  private final Layout layout;
  private final Assignment assignment;
  private final FeatureColumns features;
  private final Map<Integer, ColumnTyper> labels = new LinkedHashMap<>();
  private final Optional<LabelSetReader> labelSet;
  private final Optional<GroupReader> group;
  private final Optional<TimeReader> time;
  private final Optional<WeightReader> weight;

  /** Finds the columns that the source speaks of. */
  private DatasetReader(
      DataSource source, Layout layout, Assignment assignment, FeatureColumns features) {
    this.source = source;
    this.layout = layout;
    this.assignment = assignment;
    this.features = features;
    Roles roles = source.roles();
    this.labelSet =
        roles
            .labelSeparator()
            .map(separator -> new LabelSetReader(place(assignment.labels().get(0)), separator));
    if (labelSet.isEmpty()) {
      assignment.labels().forEach(column -> labels.put(column, typer(column)));
    }
    this.group = place(Purpose.GROUP).map(GroupReader::new);
    this.time = place(Purpose.TIME).map(TimeReader::new);
    this.weight = place(Purpose.WEIGHT).map(WeightReader::new);
  }

  /**
   * Reads a table, or images.
   *
   * @param image the shape of the images whose pixels the columns are; empty for a table
   */
  static Dataset read(DataSource source, Optional<InputShape> image) {
    return read(
        source,
        Map.of(),
        (layout, assignment) -> new TableColumns(layout, assignment, image, source.scaling()));
  }

  /** Reads texts. */
  static Dataset read(DataSource source, Form.TextColumn form) {
    return read(
        source,
        Map.of(Purpose.TEXT, form.column()),
        (layout, assignment) -> new TextColumns(layout, assignment, form));
  }

  /** Reads sequences. */
  static Dataset read(DataSource source, Form.SequenceTable form) {
    Map<Purpose, String> columns = new EnumMap<>(Map.of(Purpose.ID, form.id()));
    form.order().ifPresent(order -> columns.put(Purpose.ORDER, order));
    return read(
        source,
        columns,
        (layout, assignment) ->
            new SequenceColumns(layout, assignment, form.steps(), source.scaling()));
  }

  private static Dataset read(
      DataSource source,
      Map<Purpose, String> ofForm,
      BiFunction<Layout, Assignment, FeatureColumns> features) {
    Layout layout = Layout.of(new DataFile(source.file()), source.namedColumns());
    Assignment assignment = new Assignment(source.roles(), layout, ofForm);
    FeatureColumns columns = features.apply(layout, assignment);
    return new DatasetReader(source, layout, assignment, columns).read();
  }

  private ColumnTyper typer(int column) {
    return new ColumnTyper(place(column), assignment.isCategorical(column));
  }

  private Optional<Place> place(Purpose purpose) {
    return assignment.find(purpose).map(this::place);
  }

  private Place place(int column) {
    return layout.names().place(column);
  }

  private Dataset read() {
    ForkJoinTask<String> sha256 = ForkJoinPool.commonPool().submit(this::sha256);
    Map<Integer, ColumnReader> readers = readers();
    int dealt = read(new SameColumns(layout, layout), withRoles(readers));
    Optional<Dealing> byTime =
        time.map(reader -> new Chronology(features.lines().earliest(reader.times())));
    int validation = source.validation().map(file -> readMore(file, readers)).orElse(0);
    int test = source.test().map(file -> readMore(file, readers)).orElse(0);
    TargetRule rule =
        new TargetRule(
            List.copyOf(labels.values()), goal(), dealt, source.validation().isPresent() ? 1 : 2);
    Target target = labelSet.<Target>map(LabelSetReader::target).orElseGet(rule::target);
    Features columns = features.features(target);
    Dealing dealing =
        group
            .map(reader -> reader.dealing(target))
            .or(() -> byTime)
            .orElseGet(() -> target.dealing(dealt));
    return new Dataset(
        layout.file(),
        sha256.join(),
        columns,
        target,
        new Division(dealing, dealt, validation, test, weight.map(WeightReader::weights)),
        warnings(rule, target, columns));
  }

  /** What every file has. */
  private Map<Integer, ColumnReader> readers() {
    Map<Integer, ColumnReader> readers = new HashMap<>(features.readers());
    labels.forEach((column, reader) -> readers.put(column, whole(Purpose.LABEL, column, reader)));
    int label = assignment.labels().get(0);
    labelSet.ifPresent(reader -> readers.put(label, whole(Purpose.LABEL, label, reader)));
    return readers;
  }

  /** What the file has whose rows are dealt out. */
  private Map<Integer, ColumnReader> withRoles(Map<Integer, ColumnReader> readers) {
    Map<Integer, ColumnReader> all = new HashMap<>(readers);
    group.ifPresent(reader -> addWhole(all, Purpose.GROUP, reader));
    weight.ifPresent(reader -> addWhole(all, Purpose.WEIGHT, reader));
    time.ifPresent(
        reader -> all.merge(assignment.require(Purpose.TIME), reader, ColumnReader::and));
    return all;
  }

  private void addWhole(Map<Integer, ColumnReader> all, Purpose purpose, ColumnReader reader) {
    int column = assignment.require(purpose);
    all.put(column, whole(purpose, column, reader));
  }

  private ColumnReader whole(Purpose purpose, int column, ColumnReader reader) {
    return features.lines().whole(place(column), purpose, reader);
  }

  private int readMore(Path file, Map<Integer, ColumnReader> readers) {
    SameColumns columns = SameColumns.of(layout, new DataFile(file));
    features.requireAlike(columns);
    return read(columns, readers);
  }

  private int read(SameColumns columns, Map<Integer, ColumnReader> readers) {
    return features.lines().end(columns.other().file(), columns.read(readers));
  }

  private String sha256() {
    PartHashes parts = new PartHashes();
    add(PartHashes.LEARNT, layout.file(), parts);
    source.validation().ifPresent(path -> add(PartHashes.VALIDATION, new DataFile(path), parts));
    source.test().ifPresent(path -> add(PartHashes.TEST, new DataFile(path), parts));
    return parts.sum();
  }

  private static void add(String part, DataFile file, PartHashes parts) {
    parts.add(part, file, file.sha256());
  }

  private List<String> warnings(TargetRule rule, Target target, Features columns) {
    List<String> warnings = new ArrayList<>();
    if (labelSet.isEmpty()) {
      rule.doubt(target).ifPresent(warnings::add);
    }
    warnings.addAll(target.remarks());
    warnings.addAll(columns.remarks());
    return warnings;
  }

  private Optional<Goal> goal() {
    boolean names =
        assignment.labels().size() == 1 && assignment.isCategorical(assignment.labels().get(0));
    return source.goal().or(() -> names ? Optional.of(Goal.CLASSIFICATION) : Optional.empty());
  }
}
