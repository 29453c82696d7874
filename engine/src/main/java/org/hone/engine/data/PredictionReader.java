package org.hone.engine.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hone.api.training.InputShape;
import org.hone.engine.data.file.ColumnReader;
import org.hone.engine.data.file.DataFile;

/**
 * Reads the columns of a {@link ColumnCoding} from a file, as {@link TrainedColumns} finds them.
 */
final class PredictionReader {
  private final ColumnCoding coding;
  private final TrainedColumns columns;
  private final Layout layout;

  private PredictionReader(ColumnCoding coding, DataFile file) {
    this.coding = coding;
    this.columns =
        TrainedColumns.in(file, coding.origin(), names(coding), coding.features().size());
    this.layout = columns.layout();
  }

  private static Set<String> names(ColumnCoding coding) {
    return coding.features().stream().map(Feature::name).collect(Collectors.toUnmodifiableSet());
  }

  static RawRows read(ColumnCoding coding, DataFile file) {
    return new PredictionReader(coding, file).read();
  }

  /**
   * Of the columns that were not learnt from, a model knows the numbers only.
   *
   * @throws DataException if these are images of another size
   */
  private void requireNoMorePixels() {
    if (columns.byName() && coding.input().kind() == InputShape.Kind.IMAGE) {
      Set<Integer> pixels =
          coding.features().stream().map(Feature::number).collect(Collectors.toUnmodifiableSet());
      new PixelNames(coding.input(), names(coding))
          .requireNoMore(
              layout.names(),
              column -> column < coding.origin().width() && !pixels.contains(column + 1));
    }
  }

  private RawRows read() {
    requireNoMorePixels();
    List<ColumnReader> readers =
        new ArrayList<>(Collections.nCopies(layout.names().width(), ColumnReader.skip()));
    List<CellsReader> cells = new ArrayList<>();
    for (Feature feature : coding.features()) {
      int column = columns.find(feature.name(), feature.number(), cells.size());
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
}
