package org.hone.engine.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hone.engine.data.file.Cell;
import org.hone.engine.data.file.DataFile;
import org.hone.engine.data.file.FileTree;
import org.hone.engine.data.file.Loaded;

/**
 * A folder with a folder for each class, whose files are the rows; and, where validation or test
 * have folders of their own, these.
 *
 * @param <T> what a file holds
 */
final class ClassFolders<T> {
  private final DataSource source;
  private final Part<T> first;
  private final Optional<Part<T>> validation;
  private final Optional<Part<T>> test;

  /** One of the folders, after it was read. */
  private record Part<T>(
      DataFile folder, FileTree tree, List<FileTree.Labelled> files, List<Loaded<T>> loaded) {

    static <T> Part<T> read(DataFile folder, FileTree tree, Loaded.Decoder<T> decoder) {
      List<FileTree.Labelled> files = tree.byClass();
      return new Part<>(
          folder,
          tree,
          files,
          Loaded.all(files.stream().map(FileTree.Labelled::file).toList(), decoder));
    }

    /** Of files that could be read. */
    List<Cell> labels() {
      List<Cell> labels = new ArrayList<>();
      for (int i = 0; i < files.size(); i++) {
        if (loaded.get(i).content().isPresent()) {
          labels.add(Cell.of(folder, Sighting.SOMEWHERE, files.get(i).label()));
        }
      }
      return labels;
    }

    int rows() {
      return labels().size();
    }

    String sha256() {
      return Loaded.sha256(loaded, tree);
    }
  }

  /**
   * Reads all files.
   *
   * @param tree says which files of a folder are rows
   */
  ClassFolders(DataSource source, Function<DataFile, FileTree> tree, Loaded.Decoder<T> decoder) {
    this.source = source;
    Function<Path, Part<T>> reading = path -> read(new DataFile(path), tree, decoder);
    first = reading.apply(source.file());
    validation = source.validation().map(reading);
    test = source.test().map(reading);
  }

  private static <T> Part<T> read(
      DataFile folder, Function<DataFile, FileTree> tree, Loaded.Decoder<T> decoder) {
    return Part.read(folder, tree.apply(folder), decoder);
  }

  private List<Part<T>> parts() {
    List<Part<T>> parts = new ArrayList<>(List.of(first));
    validation.ifPresent(parts::add);
    test.ifPresent(parts::add);
    return parts;
  }

  /** All files: those to be dealt out, of validation, of test. */
  List<Loaded<T>> loaded() {
    return parts().stream().flatMap(part -> part.loaded().stream()).toList();
  }

  /** What a file is called, seen from the folder to train on. */
  String name(DataFile file) {
    return first.tree().name(file);
  }

  /** Of files that are no rows. */
  List<String> remarks() {
    return parts().stream().flatMap(part -> part.tree().remarks().stream()).toList();
  }

  /** What is predicted of each file that could be read: the folder's name. */
  Target target() {
    List<Cell> labels = parts().stream().flatMap(part -> part.labels().stream()).toList();
    return RowLabels.target(
        new Place(new DataFile(source.file()), "class", 0), labels, source, first.rows());
  }

  /** Rows of folders of their own go where these belong. */
  Division division(Target target) {
    return Division.of(
        target, validation.map(Part::rows).orElse(0), test.map(Part::rows).orElse(0));
  }

  String sha256() {
    PartHashes parts = new PartHashes();
    add(PartHashes.LEARNT, first, parts);
    validation.ifPresent(part -> add(PartHashes.VALIDATION, part, parts));
    test.ifPresent(part -> add(PartHashes.TEST, part, parts));
    return parts.sum();
  }

  private static void add(String name, Part<?> part, PartHashes parts) {
    parts.add(name, part.folder(), part.sha256());
  }
}
