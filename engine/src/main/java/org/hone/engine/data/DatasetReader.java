package org.hone.engine.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hone.api.training.Goal;
import org.hone.api.training.InputShape;

/** Reads a {@link Dataset} from a CSV file, and files of the same columns. */
final class DatasetReader {
  private final DataSource source;
  private final Optional<InputShape> image;
  private final Layout layout;
  private final Assignment assignment;
  private final Map<Integer, FeatureReader> features = new LinkedHashMap<>();
  private final Map<Integer, ColumnTyper> labels = new LinkedHashMap<>();
  private final Optional<LabelSetReader> labelSet;
  private final Optional<GroupReader> group;
  private final Optional<TimeReader> time;
  private final Optional<WeightReader> weight;

  /**
   * Finds the columns that the source speaks of.
   *
   * @param image the shape of the images whose pixels the columns are; empty for a table
   */
  DatasetReader(DataSource source, Optional<InputShape> image) {
    this.source = source;
    this.image = image;
    Roles roles = source.roles();
    this.layout = Layout.of(new DataFile(source.file()), source.namedColumns());
    this.assignment = new Assignment(roles, layout);
    for (int column : assignment.features()) {
      features.put(column, featureReader(column));
    }
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

  private FeatureReader featureReader(int column) {
    return image.isPresent() ? new NumberReader(place(column)) : typer(column);
  }

  private ColumnTyper typer(int column) {
    return new ColumnTyper(place(column), assignment.isCategorical(column));
  }

  private Place place(int column) {
    return layout.names().place(column);
  }

  Dataset read() {
    int dealt = new SameColumns(layout, layout).read(allReaders());
    int validation = source.validation().map(this::readMore).orElse(0);
    int test = source.test().map(this::readMore).orElse(0);
    TargetRule rule =
        new TargetRule(
            List.copyOf(labels.values()), goal(), dealt, source.validation().isPresent() ? 1 : 2);
    Target target = labelSet.<Target>map(LabelSetReader::target).orElseGet(rule::target);
    Features columns = columns(target);
    return new Dataset(
        layout.file(),
        sha256(),
        columns,
        target,
        new Division(
            dealing(target, dealt), dealt, validation, test, weight.map(WeightReader::weights)),
        warnings(rule, target, columns));
  }

  /** What every file has. */
  private Map<Integer, ColumnReader> readers() {
    Map<Integer, ColumnReader> readers = new HashMap<>(features);
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

  private Features columns(Target target) {
    List<RawColumn> columns = features.values().stream().map(FeatureReader::column).toList();
    ColumnCoding.Origin origin =
        new ColumnCoding.Origin(
            layout.header(),
            layout.names().width(),
            assignment.labels().stream().map(label -> label + 1).toList());
    return new Columns(origin, input(columns, target), columns, source.scaling());
  }

  private InputShape input(List<RawColumn> columns, Target target) {
    int inputs = columns.stream().mapToInt(raw -> raw.column().inputs()).sum();
    if ((long) inputs * target.rows() > Integer.MAX_VALUE) {
      throw layout
          .file()
          .error(
              "%d rows of %d inputs are more numbers than fit into memory; ignore columns of many categories"
                  .formatted(target.rows(), inputs));
    }
    InputShape input = image.orElseGet(() -> InputShape.table(inputs));
    long expected = input.sizes().stream().mapToLong(size -> size).reduce(1, (a, b) -> a * b);
    if (inputs != expected) {
      throw layout
          .file()
          .error(
              "the shape %s needs %d inputs, but the %d columns besides the label '%s' make %d"
                  .formatted(
                      input.sizes(),
                      expected,
                      columns.size(),
                      String.join("', '", target.columns()),
                      inputs));
    }
    return input;
  }
}
