package org.hone.engine.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hone.engine.data.file.Cell;
import org.hone.engine.data.file.DataFile;

/** Takes the columns of a {@link ColumnCoding} from rows in memory. */
final class RowMaps {
  /** What errors name in the place of a file; its lines are the rows, from 1. */
  private static final DataFile ROWS = new DataFile(Path.of("rows"));

  private RowMaps() {}

  static RawRows read(ColumnCoding coding, List<Map<String, String>> rows) {
    List<CellsReader> readers = new ArrayList<>();
    for (Feature feature : coding.features()) {
      CellsReader reader = feature.reader(new Place(ROWS, feature.name(), feature.number()));
      for (int row = 0; row < rows.size(); row++) {
        reader.read(cell(coding, feature, rows.get(row), row + 1));
      }
      readers.add(reader);
    }
    return new RawRows(
        new Coded<>(readers.stream().map(CellsReader::cells).toList(), coding),
        rows.size(),
        List.of(),
        readers.stream().map(CellsReader::warning).flatMap(Optional::stream).toList());
  }

  private static Cell cell(
      ColumnCoding coding, Feature feature, Map<String, String> row, int number) {
    return Optional.ofNullable(row.get(feature.name()))
        .map(text -> Cell.of(ROWS, number, text))
        .orElseThrow(
            () ->
                ROWS.error(
                    number,
                    "has no column '%s'; needed are %s"
                        .formatted(
                            feature.name(),
                            coding.features().stream()
                                .map(Feature::name)
                                .collect(Collectors.joining(", ")))));
  }
}
