package org.hone.engine.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hone.engine.data.file.DataFile;
import org.hone.engine.data.file.FileTree;
import org.hone.engine.data.file.Loaded;
import org.hone.engine.data.file.Sha256;

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
  private record Part<T>(FileTree tree, List<FileTree.Labelled> files, List<Loaded<T>> loaded) {

    static <T> Part<T> read(FileTree tree, Loaded.Decoder<T> decoder) {
      List<FileTree.Labelled> files = tree.byClass();
      return new Part<>(
          tree, files, Loaded.all(files.stream().map(FileTree.Labelled::file).toList(), decoder));
    }

    /** Of files that could be read. */
    List<String> labels() {
      List<String> labels = new ArrayList<>();
      for (int i = 0; i < files.size(); i++) {
        if (loaded.get(i).content().isPresent()) {
          labels.add(files.get(i).label());
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
    Function<Path, Part<T>> reading = path -> Part.read(tree.apply(new DataFile(path)), decoder);
    first = reading.apply(source.file());
    validation = source.validation().map(reading);
    test = source.test().map(reading);
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
    List<String> labels = parts().stream().flatMap(part -> part.labels().stream()).toList();
    return RowLabels.target(
        new Place(new DataFile(source.file()), "class", 0), labels, source, first.rows());
  }

  /** Rows of folders of their own go where these belong. */
  Division division(Target target) {
    return Division.of(
        target, validation.map(Part::rows).orElse(0), test.map(Part::rows).orElse(0));
  }

  String sha256() {
    if (validation.isEmpty() && test.isEmpty()) {
      return first.sha256();
    }
    Sha256 sum = new Sha256().with("data", first.sha256());
    validation.ifPresent(part -> sum.with("validation", part.sha256()));
    test.ifPresent(part -> sum.with("test", part.sha256()));
    return sum.sum();
  }
}
