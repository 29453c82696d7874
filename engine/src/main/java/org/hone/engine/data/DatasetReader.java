package org.hone.engine.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import org.hone.api.training.Goal;
import org.hone.api.training.InputShape;
import org.hone.engine.data.file.ColumnReader;
import org.hone.engine.data.file.DataFile;
import org.hone.engine.data.file.Sha256;
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
    this.group = assignment.group().map(column -> new GroupReader(place(column)));
    this.time = assignment.time().map(column -> new TimeReader(place(column)));
    this.weight = assignment.weight().map(column -> new WeightReader(place(column)));
  }

  /**
   * Reads a table, or images.
   *
   * @param image the shape of the images whose pixels the columns are; empty for a table
   */
  static Dataset read(DataSource source, Optional<InputShape> image) {
    Layout layout = Layout.of(new DataFile(source.file()), source.namedColumns());
    Assignment assignment = new Assignment(source.roles(), layout, Optional.empty());
    TableColumns columns = new TableColumns(layout, assignment, image, source.scaling());
    return new DatasetReader(source, layout, assignment, columns).read();
  }

  /** Reads texts. */
  static Dataset read(DataSource source, Form.TextColumn form) {
    Layout layout = Layout.of(new DataFile(source.file()), source.namedColumns());
    int text = layout.names().resolve(form.column(), Purpose.TEXT);
    Assignment assignment = new Assignment(source.roles(), layout, Optional.of(text));
    TextColumns columns = new TextColumns(layout, assignment, text, form);
    return new DatasetReader(source, layout, assignment, columns).read();
  }

  private ColumnTyper typer(int column) {
    return new ColumnTyper(place(column), assignment.isCategorical(column));
  }

  private Place place(int column) {
    return layout.names().place(column);
  }

  private Dataset read() {
    ForkJoinTask<String> sha256 = ForkJoinPool.commonPool().submit(this::sha256);
    int dealt = new SameColumns(layout, layout).read(allReaders());
    int validation = source.validation().map(this::readMore).orElse(0);
    int test = source.test().map(this::readMore).orElse(0);
    TargetRule rule =
        new TargetRule(
            List.copyOf(labels.values()), goal(), dealt, source.validation().isPresent() ? 1 : 2);
    Target target = labelSet.<Target>map(LabelSetReader::target).orElseGet(rule::target);
    Features columns = features.features(target);
    return new Dataset(
        layout.file(),
        sha256.join(),
        columns,
        target,
        new Division(
            dealing(target, dealt), dealt, validation, test, weight.map(WeightReader::weights)),
        warnings(rule, target, columns));
  }

  /** What every file has. */
  private Map<Integer, ColumnReader> readers() {
    Map<Integer, ColumnReader> readers = new HashMap<>(features.readers());
    readers.putAll(labels);
    labelSet.ifPresent(reader -> readers.put(assignment.labels().get(0), reader));
    return readers;
  }

  private Map<Integer, ColumnReader> allReaders() {
    Map<Integer, ColumnReader> readers = readers();
    group.ifPresent(reader -> readers.put(assignment.group().orElseThrow(), reader));
    time.ifPresent(reader -> readers.put(assignment.time().orElseThrow(), reader));
    weight.ifPresent(reader -> readers.put(assignment.weight().orElseThrow(), reader));
    return readers;
  }

  private int readMore(Path file) {
    return SameColumns.of(layout, new DataFile(file)).read(readers());
  }

  private Dealing dealing(Target target, int dealt) {
    return group
        .map(reader -> reader.dealing(target))
        .or(() -> time.map(TimeReader::dealing))
        .orElseGet(() -> target.dealing(dealt));
  }

  private String sha256() {
    String learnt = layout.file().sha256();
    if (source.validation().isEmpty() && source.test().isEmpty()) {
      return learnt;
    }
    Sha256 sum = new Sha256().with("data", learnt);
    source.validation().ifPresent(file -> sum.with("validation", new DataFile(file).sha256()));
    source.test().ifPresent(file -> sum.with("test", new DataFile(file).sha256()));
    return sum.sum();
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
