package org.hone.engine.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.hone.engine.data.file.Cell;
import org.hone.engine.data.file.ColumnReader;
import org.hone.engine.data.file.CsvScan;
import org.hone.engine.data.file.DataFile;
import org.hone.engine.data.file.FileTree;
import org.hone.engine.data.file.Loaded;

/**
 * Reads CSV files that hold one sequence each, and all have the same columns.
 *
 * @param layout of the first file
 * @param columns those to learn from, from 0
 * @param readers of the columns
 * @param order the column by which steps are ordered
 */
record SequenceFiles(
    Layout layout,
    List<Integer> columns,
    List<Function<Place, CellsReader>> readers,
    Optional<Integer> order) {
  private static final List<String> ENDINGS = List.of(".csv", ".csv.gz", ".tsv");

  static boolean isNamedLikeOne(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(name::endsWith);
  }

  /** The sequences of a folder. */
  static FileTree tree(DataFile folder) {
    return new FileTree(
        folder,
        SequenceFiles::isNamedLikeOne,
        "sequences (%s)".formatted(String.join(", ", ENDINGS)));
  }

  /**
   * One sequence.
   *
   * @param cells by column
   * @param order its steps
   */
  private record One(List<Cells> cells, List<Integer> order, List<String> warnings) {}

  /**
   * What was read.
   *
   * @param sha256 of names and contents
   */
  record Read(Steps steps, String sha256, List<String> warnings) {}

  /** Reads files, and says which one cannot be. */
  Read read(List<DataFile> files, FileTree tree) {
    List<Loaded<One>> loaded = Loaded.all(files, (file, bytes) -> one(file));
    List<One> all = Loaded.contents(loaded, "");
    List<Cells> cells =
        IntStream.range(0, columns.size())
            .mapToObj(i -> Cells.joined(all.stream().map(one -> one.cells().get(i)).toList()))
            .toList();
    List<int[]> sequences = new ArrayList<>();
    int begin = 0;
    for (One one : all) {
      int from = begin;
      sequences.add(one.order().stream().mapToInt(step -> from + step).toArray());
      begin += one.order().size();
    }
    return new Read(
        new Steps(cells, sequences),
        Loaded.sha256(loaded, tree),
        all.stream().flatMap(one -> one.warnings().stream()).toList());
  }

  private One one(DataFile file) {
    ColumnNames names = new ColumnNames(file, layout.names().names());
    Layout own = new Layout(layout.separator(), layout.header(), names);
    if (layout.header()) {
      requireHeader(own);
    }
    List<ColumnReader> all =
        new ArrayList<>(Collections.nCopies(names.width(), ColumnReader.skip()));
    List<CellsReader> cells = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      CellsReader reader = readers.get(i).apply(names.place(columns.get(i)));
      all.set(columns.get(i), reader);
      cells.add(reader);
    }
    Optional<TimeReader> moments = order.map(column -> new TimeReader(names.place(column)));
    order.ifPresent(column -> all.set(column, moments.orElseThrow()));
    int[] steps = IntStream.range(0, Table.read(own, all)).toArray();
    int[] ordered = moments.map(at -> Steps.inOrder(steps, at.times())).orElse(steps);
    return new One(
        cells.stream().map(CellsReader::cells).toList(),
        Arrays.stream(ordered).boxed().toList(),
        cells.stream().map(CellsReader::warning).flatMap(Optional::stream).toList());
  }

  /** Columns go by their place, so all files must have the same. */
  private void requireHeader(Layout own) {
    List<String> header = new ArrayList<>();
    CsvScan.scan(
        own.file(),
        own.separator(),
        new CsvScan.Sink() {
          @Override
          public void cell(int column, Cell cell) {
            header.add(cell.text());
          }

          @Override
          public boolean record(int cells, long line) {
            return false;
          }
        });
    List<String> names = ColumnNames.header(own.file(), header).names();
    if (!names.equals(own.names().names())) {
      throw own.file()
          .error(
              "has the columns %s, but %s has %s"
                  .formatted(
                      String.join(", ", names),
                      layout.file().name(),
                      String.join(", ", own.names().names())));
    }
  }
}
