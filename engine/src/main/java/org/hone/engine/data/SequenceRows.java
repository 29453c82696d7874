package org.hone.engine.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hone.engine.data.file.ColumnReader;
import org.hone.engine.data.file.DataFile;
import org.hone.engine.data.file.FileTree;

/**
 * Reads sequences to predict: the CSV files of a folder, one each; or a CSV file, whose id column
 * tells them apart if the model learnt with one, and which is one sequence if it did not.
 */
final class SequenceRows {
  private final SequenceCoding coding;
  private final TrainedColumns columns;
  private final Layout layout;
  private final List<Integer> features = new ArrayList<>();
  private final Optional<Integer> order;

  private SequenceRows(SequenceCoding coding, DataFile any) {
    this.coding = coding;
    this.columns =
        TrainedColumns.in(any, coding.origin().table(), names(coding), coding.features().size());
    this.layout = columns.layout();
    for (Feature feature : coding.features()) {
      features.add(columns.find(feature.name(), feature.number(), features.size()));
    }
    this.order = find(coding.origin().order());
  }

  private static Set<String> names(SequenceCoding coding) {
    Stream<String> features = coding.features().stream().map(Feature::name);
    return Stream.concat(features, Stream.of(coding.origin().id().name()))
        .collect(Collectors.toUnmodifiableSet());
  }

  private Optional<Integer> find(SequenceCoding.Key key) {
    return Optional.of(key)
        .filter(SequenceCoding.Key::isThere)
        .map(column -> columns.find(column.name(), column.number(), 0));
  }

  static RawRows read(SequenceCoding coding, DataFile file) {
    if (file.isFolder()) {
      FileTree tree = SequenceFiles.tree(file);
      List<DataFile> files = tree.all();
      List<String> names = files.stream().map(tree::name).toList();
      return new SequenceRows(coding, files.get(0)).files(file, files, names, tree);
    }
    SequenceRows rows = new SequenceRows(coding, file);
    if (coding.origin().id().isThere()) {
      return rows.table(file);
    }
    List<String> name = List.of(String.valueOf(file.path().getFileName()));
    return rows.files(file, List.of(file), name, SequenceFiles.tree(file));
  }

  private RawRows files(DataFile source, List<DataFile> files, List<String> names, FileTree tree) {
    List<Function<Place, CellsReader>> readers =
        coding.features().stream()
            .<Function<Place, CellsReader>>map(feature -> feature::reader)
            .toList();
    SequenceFiles.Read read = new SequenceFiles(layout, features, readers, order).read(files, tree);
    return rows(source, read.steps(), names, read.warnings());
  }

  private RawRows table(DataFile file) {
    List<ColumnReader> readers =
        new ArrayList<>(Collections.nCopies(layout.names().width(), ColumnReader.skip()));
    List<CellsReader> cells = new ArrayList<>();
    for (int i = 0; i < features.size(); i++) {
      Place place = layout.names().place(features.get(i));
      cells.add(coding.features().get(i).reader(place));
      readers.set(features.get(i), cells.get(i));
    }
    Optional<TimeReader> moments =
        order.map(column -> new TimeReader(layout.names().place(column)));
    order.ifPresent(column -> readers.set(column, moments.orElseThrow()));
    StepLines lines = new StepLines(moments);
    readers.set(find(coding.origin().id()).orElseThrow(), lines.ids());
    lines.end(file, Table.read(layout, readers));
    Steps steps = new Steps(cells.stream().map(CellsReader::cells).toList(), lines.sequences());
    List<String> warnings =
        cells.stream().map(CellsReader::warning).flatMap(Optional::stream).toList();
    return rows(file, steps, lines.names(), warnings);
  }

  private RawRows rows(DataFile file, Steps steps, List<String> names, List<String> warnings) {
    List<String> all = new ArrayList<>(warnings);
    all.addAll(steps.remarks(file, coding.input().sizes().get(1)));
    return new RawRows(new Coded<>(steps, coding), names.size(), names, all);
  }
}
