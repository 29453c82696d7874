package org.hone.engine.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the columns of a {@link ColumnCoding} from a file. Columns go by name if both files have a
 * header. Else they go by position: as in the file of training, or the same without the label, or
 * the features alone.
 */
final class PredictionReader {
  private final ColumnCoding coding;
  private final Layout layout;

  private PredictionReader(ColumnCoding coding, DataFile file) {
    this.coding = coding;
    this.layout = Layout.of(file, coding.origin().header() ? names(coding) : Set.of());
  }

  private static Set<String> names(ColumnCoding coding) {
    return coding.features().stream().map(Feature::name).collect(Collectors.toUnmodifiableSet());
  }

  static RawRows read(ColumnCoding coding, DataFile file) {
    return new PredictionReader(coding, file).read();
  }

  private RawRows read() {
    List<ColumnReader> readers =
        new ArrayList<>(Collections.nCopies(layout.names().width(), ColumnReader.skip()));
    List<CellsReader> cells = new ArrayList<>();
    for (Feature feature : coding.features()) {
      int column = column(feature, cells.size());
      CellsReader reader = feature.reader(layout.names().place(column));
      readers.set(column, reader);
      cells.add(reader);
    }
    int rows = Table.read(layout, readers);
    return new RawRows(
        new Coded<>(cells.stream().map(CellsReader::cells).toList(), coding),
        rows,
        List.of(),
        cells.stream().map(CellsReader::warning).flatMap(Optional::stream).toList());
  }

  /** Where the file has a feature, from 0. */
  private int column(Feature feature, int index) {
    ColumnNames names = layout.names();
    if (layout.header() && coding.origin().header()) {
      return names
          .find(feature.name())
          .orElseThrow(() -> names.unknown(feature.name(), "that the model learnt from"));
    }
    int width = coding.origin().width();
    List<Integer> labels = coding.origin().labels();
    if (names.width() == width) {
      return feature.number() - 1;
    }
    if (names.width() == width - labels.size()) {
      long before = labels.stream().filter(label -> label < feature.number()).count();
      return feature.number() - 1 - (int) before;
    }
    if (names.width() == coding.features().size()) {
      return index;
    }
    throw widthError(width);
  }

  private DataException widthError(int width) {
    return layout
        .file()
        .error(
            "has %d columns without names that the model knows; needed are %d as in training, %d without the label, or the %d features"
                .formatted(
                    layout.names().width(),
                    width,
                    width - coding.origin().labels().size(),
                    coding.features().size()));
  }
}
