package org.hone.engine.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.hone.engine.data.file.Cell;
import org.hone.engine.data.file.DataFile;
import org.hone.engine.data.file.FileTree;

/** Reads a {@link Dataset} from a folder of CSV files, each of which is a sequence. */
final class SequenceFolderReader {
  private final DataSource source;
  private final Form.SequenceFolder form;
  private final DataFile folder;
  private final FileTree tree;

  SequenceFolderReader(DataSource source, Form.SequenceFolder form) {
    this.source = source;
    this.form = form;
    this.folder = new DataFile(source.file());
    this.tree = SequenceFiles.tree(folder);
  }

  Dataset read() {
    List<FileTree.Labelled> files = tree.byClass();
    Layout layout = Layout.of(files.get(0).file(), source.namedColumns());
    Optional<Integer> order = form.order().map(name -> layout.names().resolve(name, Purpose.ORDER));
    List<Integer> columns = columns(layout, order);
    List<Function<Place, CellsReader>> readers =
        Collections.nCopies(columns.size(), NumberReader::new);
    SequenceFiles.Read read =
        new SequenceFiles(layout, columns, readers, order)
            .read(files.stream().map(FileTree.Labelled::file).toList(), tree);
    Sequences sequences =
        Sequences.of(
            folder,
            origin(layout, order),
            raw(layout, columns, read.steps()),
            read.steps().sequences(),
            form.steps(),
            source.scaling());
    Target target =
        RowLabels.target(
            new Place(folder, "class", 0),
            files.stream().map(FileTree.Labelled::label).map(Cell::of).toList(),
            source,
            files.size());
    List<String> warnings = new ArrayList<>(tree.remarks());
    warnings.addAll(target.remarks());
    warnings.addAll(sequences.remarks());
    return new Dataset(folder, read.sha256(), sequences, target, warnings);
  }

  /** Those to learn from. */
  private List<Integer> columns(Layout layout, Optional<Integer> order) {
    Set<Integer> unseen = new HashSet<>();
    source
        .roles()
        .ignore()
        .forEach(name -> unseen.add(layout.names().resolve(name, Purpose.IGNORE)));
    order.ifPresent(unseen::add);
    List<Integer> columns =
        IntStream.range(0, layout.names().width())
            .filter(column -> !unseen.contains(column))
            .boxed()
            .toList();
    if (columns.isEmpty()) {
      throw layout.file().error("has no column to learn from");
    }
    return columns;
  }

  private static SequenceCoding.Origin origin(Layout layout, Optional<Integer> order) {
    ColumnNames names = layout.names();
    return new SequenceCoding.Origin(
        new ColumnCoding.Origin(layout.header(), names.width(), List.of()),
        SequenceCoding.Key.NONE,
        order
            .map(column -> new SequenceCoding.Key(names.names().get(column), column + 1))
            .orElse(SequenceCoding.Key.NONE));
  }

  private static List<RawColumn> raw(Layout layout, List<Integer> columns, Steps steps) {
    return IntStream.range(0, columns.size())
        .mapToObj(
            i -> {
              Place place = layout.names().place(columns.get(i));
              Cells cells = steps.columns().get(i);
              return new RawColumn(
                  place,
                  new Column(place.name(), Column.Kind.NUMERIC, cells.missing(), List.of()),
                  cells);
            })
        .toList();
  }
}
