package org.hone.engine.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the features of a {@link Preprocessing} from a file. Columns go by name if both files have
 * a header. Else they go by position: as in the file of training, or the same without the label, or
 * the features alone.
 */
final class PredictionReader {
  private final Fitted fitted;
  private final Layout layout;

  private PredictionReader(Fitted fitted, CsvFile file) {
    this.fitted = fitted;
    this.layout = Layout.of(file, fitted.origin().header() ? names(fitted) : Set.of());
  }

  private static Set<String> names(Fitted fitted) {
    return fitted.features().stream().map(Feature::name).collect(Collectors.toUnmodifiableSet());
  }

  static RawRows read(Fitted fitted, CsvFile file) {
    return new PredictionReader(fitted, file).read();
  }

  private RawRows read() {
    List<ColumnReader> readers =
        new ArrayList<>(Collections.nCopies(layout.names().width(), ColumnReader.skip()));
    List<CellsReader> cells = new ArrayList<>();
    for (Feature feature : fitted.features()) {
      int column = column(feature, cells.size());
      CellsReader reader = feature.reader(layout.names().place(column));
      readers.set(column, reader);
      cells.add(reader);
    }
    return new RawRows(
        fitted,
        Table.read(layout, readers),
        cells.stream().map(CellsReader::cells).toList(),
        cells.stream().map(CellsReader::warning).flatMap(Optional::stream).toList());
  }

  /** Where the file has a feature, from 0. */
  private int column(Feature feature, int index) {
    ColumnNames names = layout.names();
    if (layout.header() && fitted.origin().header()) {
      return names
          .find(feature.name())
          .orElseThrow(() -> names.unknown(feature.name(), "that the model learnt from"));
    }
    int width = fitted.origin().width();
    int label = fitted.label().number();
    if (names.width() == width) {
      return feature.number() - 1;
    }
    if (names.width() == width - 1) {
      return feature.number() - (feature.number() > label ? 2 : 1);
    }
    if (names.width() == fitted.features().size()) {
      return index;
    }
    throw widthError(width);
  }

  private DataException widthError(int width) {
    return layout
        .file()
        .error(
            "has %d columns without names that the model knows; needed are %d as in training, %d without the label '%s', or the %d features"
                .formatted(
                    layout.names().width(),
                    width,
                    width - 1,
                    fitted.label().name(),
                    fitted.features().size()));
  }
}
