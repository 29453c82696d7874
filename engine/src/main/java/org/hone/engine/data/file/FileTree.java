package org.hone.engine.data.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A folder of files, one for each row of a data set. Files and folders whose names begin with a dot
 * do not count.
 */
public final class FileTree {
  private final DataFile folder;
  private final Predicate<Path> wanted;
  private final String noun;

  /**
   * Looks at nothing yet.
   *
   * @param wanted which files are rows
   * @param noun what they are, such as {@code images (.png, .jpg)}
   */
  public FileTree(DataFile folder, Predicate<Path> wanted, String noun) {
    this.folder = folder;
    this.wanted = wanted;
    this.noun = noun;
  }

  /**
   * A file of a class.
   *
   * @param label the name of the folder that it is in
   */
  public record Labelled(DataFile file, String label) {}

  /** The files of each class, in the order of the names. */
  public List<Labelled> byClass() {
    List<Labelled> files = new ArrayList<>();
    for (Path child : children(folder.path(), Files::isDirectory)) {
      String label = String.valueOf(child.getFileName());
      List<Path> own = walk(child, wanted);
      if (own.isEmpty()) {
        throw new DataFile(child)
            .error("is the folder of a class, but holds no %s".formatted(noun));
      }
      own.forEach(file -> files.add(new Labelled(new DataFile(file), label)));
    }
    if (files.isEmpty()) {
      throw folder.error(
          "holds no folders; needed is one for each class, which holds its %s".formatted(noun));
    }
    return files;
  }

  /** All files, in the order of their names; at least one. */
  public List<DataFile> all() {
    List<Path> files = walk(folder.path(), wanted);
    if (files.isEmpty()) {
      throw folder.error("holds no %s".formatted(noun));
    }
    return files.stream().map(DataFile::new).toList();
  }

  /** What a user should know of files that are no rows. */
  public List<String> remarks() {
    List<Path> others = walk(folder.path(), wanted.negate());
    return others.isEmpty()
        ? List.of()
        : List.of(
            "%s: %d files are left out, being no %s; the first: %s"
                .formatted(folder.name(), others.size(), noun, name(new DataFile(others.get(0)))));
  }

  /** What a file is called, seen from the folder. */
  public String name(DataFile file) {
    return folder.path().relativize(file.path()).toString().replace('\\', '/');
  }

  private List<Path> walk(Path below, Predicate<Path> which) {
    try (Stream<Path> files = Files.walk(below)) {
      return files
          .filter(file -> isSeen(below.relativize(file)))
          .filter(Files::isRegularFile)
          .filter(which)
          .sorted(byName())
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw folder.error("cannot be read: %s".formatted(e.getMessage()));
    }
  }

  private static boolean isSeen(Path relative) {
    for (Path name : relative) {
      if (name.toString().startsWith(".")) {
        return false;
      }
    }
    return true;
  }

  private List<Path> children(Path parent, Predicate<Path> which) {
    try (Stream<Path> children = Files.list(parent)) {
      return children
          .filter(child -> isSeen(parent.relativize(child)))
          .filter(which)
          .sorted(byName())
          .toList();
    } catch (IOException e) {
      throw folder.error("cannot be read: %s".formatted(e.getMessage()));
    }
  }

  /** The same on every platform. */
  private Comparator<Path> byName() {
    return Comparator.comparing(file -> name(new DataFile(file)));
  }
}
