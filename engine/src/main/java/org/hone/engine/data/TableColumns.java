package org.hone.engine.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hone.api.training.InputShape;

/** The columns of a table, or of the pixels of images. */
final class TableColumns implements FeatureColumns {
  private final Layout layout;
  private final Assignment assignment;
  private final Optional<InputShape> image;
  private final ScalingMethod scaling;
  private final Map<Integer, FeatureReader> readers = new LinkedHashMap<>();

  /**
   * Reads nothing yet.
   *
   * @param image the shape of the images whose pixels the columns are; empty for a table
   */
  TableColumns(
      Layout layout, Assignment assignment, Optional<InputShape> image, ScalingMethod scaling) {
    this.layout = layout;
    this.assignment = assignment;
    this.image = image;
    this.scaling = scaling;
    for (int column : assignment.features()) {
      readers.put(column, reader(column));
    }
  }

  private FeatureReader reader(int column) {
    Place place = layout.names().place(column);
    return image.isPresent()
        ? new NumberReader(place, "; data.shape makes all columns besides the label pixels")
        : new ColumnTyper(place, assignment.isCategorical(column));
  }

  @Override
  public Map<Integer, FeatureReader> readers() {
    return Collections.unmodifiableMap(readers);
  }

  /** Images of another size are none of these. */
  @Override
  public void requireAlike(SameColumns others) {
    if (image.isPresent() && others.byName()) {
      Set<String> pixels =
          IntStream.of(assignment.features())
              .mapToObj(layout.names().names()::get)
              .collect(Collectors.toUnmodifiableSet());
      ColumnNames columns = others.other().names();
      new PixelNames(image.get(), pixels)
          .requireNoMore(
              columns, column -> layout.names().find(columns.names().get(column)).isPresent());
    }
  }

  @Override
  public Features features(Target target) {
    List<RawColumn> columns = readers.values().stream().map(FeatureReader::column).toList();
    return new Columns(assignment.origin(), input(columns, target), columns, scaling);
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
