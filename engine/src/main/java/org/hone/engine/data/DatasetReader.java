package org.hone.engine.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.hone.api.training.Goal;
import org.hone.api.training.InputShape;

/** Reads a {@link Dataset} from the columns of a CSV file. */
final class DatasetReader {
  private final DataSource source;
  private final Optional<InputShape> image;
  private final Layout layout;
  private final int label;
  private final Set<Integer> ignored;
  private final Set<Integer> named;

  /**
   * Finds the columns that the source speaks of.
   *
   * @param image the shape of the images whose pixels the columns are; empty for a table
   */
  DatasetReader(DataSource source, Optional<InputShape> image) {
    this.source = source;
    this.image = image;
    this.layout = Layout.of(new DataFile(source.file()), source.namedColumns());
    ColumnNames names = layout.names();
    this.label =
        source.label().map(name -> names.resolve(name, "to predict")).orElse(names.width() - 1);
    this.ignored = resolve(source.ignore(), "to ignore");
    this.named = resolve(source.categorical(), "to take for categorical");
    if (ignored.contains(label)) {
      throw names.place(label).error("is the label, and cannot be ignored");
    }
    if (names.width() - ignored.size() < 2) {
      throw layout
          .file()
          .error(
              "has %d columns (separator %s); besides the label '%s' and the ignored %s there must be one to learn from"
                  .formatted(
                      names.width(),
                      layout.separatorName(),
                      names.names().get(label),
                      source.ignore()));
    }
  }

  private Set<Integer> resolve(List<String> columns, String purpose) {
    Set<Integer> resolved = new HashSet<>();
    columns.forEach(column -> resolved.add(layout.names().resolve(column, purpose)));
    return resolved;
  }

  Dataset read() {
    ColumnTyper labelReader = new ColumnTyper(layout.names().place(label), named.contains(label));
    SortedMap<Integer, FeatureReader> featureReaders = featureReaders();
    Table.read(layout, readers(labelReader, featureReaders));
    Target target = TargetRule.target(labelReader, goal());
    List<RawColumn> columns = featureReaders.values().stream().map(FeatureReader::column).toList();
    Features features =
        new Columns(
            new ColumnCoding.Origin(layout.header(), layout.names().width(), label + 1),
            input(columns, target),
            columns);
    return new Dataset(
        layout.file(),
        layout.file().sha256(),
        features,
        target,
        warnings(labelReader, target, features));
  }

  private SortedMap<Integer, FeatureReader> featureReaders() {
    SortedMap<Integer, FeatureReader> readers = new TreeMap<>();
    IntStream.range(0, layout.names().width())
        .filter(column -> column != label && !ignored.contains(column))
        .forEach(column -> readers.put(column, featureReader(column)));
    return readers;
  }

  /** One for each column of the file. */
  private List<ColumnReader> readers(
      ColumnTyper labelReader, Map<Integer, FeatureReader> features) {
    List<ColumnReader> readers =
        new ArrayList<>(Collections.nCopies(layout.names().width(), ColumnReader.skip()));
    features.forEach(readers::set);
    readers.set(label, labelReader);
    return readers;
  }

  private List<String> warnings(ColumnTyper labelReader, Target target, Features features) {
    List<String> warnings = new ArrayList<>();
    if (goal().isEmpty()) {
      TargetRule.doubt(labelReader, target).ifPresent(warnings::add);
    }
    warnings.addAll(Remarks.on(target));
    warnings.addAll(features.remarks());
    return warnings;
  }

  private FeatureReader featureReader(int column) {
    Place place = layout.names().place(column);
    return image.isPresent()
        ? new NumberReader(place)
        : new ColumnTyper(place, named.contains(column));
  }

  private Optional<Goal> goal() {
    return source
        .goal()
        .or(() -> named.contains(label) ? Optional.of(Goal.CLASSIFICATION) : Optional.empty());
  }

  private InputShape input(List<RawColumn> columns, Target target) {
    int inputs = columns.stream().mapToInt(raw -> raw.column().inputs()).sum();
    if ((long) inputs * target.values().rows() > Integer.MAX_VALUE) {
      throw layout
          .file()
          .error(
              "%d rows of %d inputs are more numbers than fit into memory; ignore columns of many categories"
                  .formatted(target.values().rows(), inputs));
    }
    InputShape input = image.orElseGet(() -> InputShape.table(inputs));
    long expected = input.sizes().stream().mapToLong(size -> size).reduce(1, (a, b) -> a * b);
    if (inputs != expected) {
      throw layout
          .file()
          .error(
              "the shape %s needs %d inputs, but the %d columns besides the label '%s' make %d"
                  .formatted(
                      input.sizes(), expected, columns.size(), target.place().name(), inputs));
    }
    return input;
  }
}
