package org.hone.engine.data.file;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * One file of many, after it was read.
 *
 * @param content empty if it could not be read
 * @param sha256 of its bytes
 * @param problem why it could not be read
 */
public record Loaded<T>(
    DataFile file, Optional<T> content, String sha256, Optional<DataException> problem) {

  /** Makes something of a file's bytes. */
  public interface Decoder<T> {

    /** Throws {@link IOException} if it cannot, with the reason. */
    T decode(DataFile file, byte[] bytes) throws IOException;
  }

  /** Reads files on all processors, and keeps their order. */
  public static <T> List<Loaded<T>> all(List<DataFile> files, Decoder<T> decoder) {
    return files.parallelStream().map(file -> one(file, decoder)).toList();
  }

  private static <T> Loaded<T> one(DataFile file, Decoder<T> decoder) {
    try {
      byte[] bytes = file.contents();
      try {
        T content = decoder.decode(file, bytes);
        return new Loaded<>(file, Optional.of(content), Sha256.of(bytes), Optional.empty());
      } catch (IOException e) {
        return failed(file, file.error("cannot be read: %s".formatted(e.getMessage())));
      }
    } catch (DataException e) {
      return failed(file, e);
    }
  }

  private static <T> Loaded<T> failed(DataFile file, DataException problem) {
    return new Loaded<>(file, Optional.empty(), "", Optional.of(problem));
  }

  /**
   * The contents of all files.
   *
   * @param wayOut the end of the error's message
   * @throws DataException if one could not be read; the first one's problem, and how many more
   *     there are
   */
  public static <T> List<T> contents(List<Loaded<T>> files, String wayOut) {
    List<DataException> problems = files.stream().flatMap(one -> one.problem().stream()).toList();
    if (!problems.isEmpty()) {
      DataException first = problems.get(0);
      String others =
          problems.size() == 1 ? "" : " (and %d more files)".formatted(problems.size() - 1);
      throw new DataException(first.getMessage() + others + wayOut, first);
    }
    return files.stream().flatMap(one -> one.content().stream()).toList();
  }

  /** Of the names and contents of the files that could be read. */
  public static <T> String sha256(List<Loaded<T>> files, FileTree tree) {
    Sha256 sum = new Sha256();
    readable(files).forEach(one -> sum.with(tree.name(one.file()), one.sha256()));
    return sum.sum();
  }

  /** The files that could be read. */
  public static <T> List<Loaded<T>> readable(List<Loaded<T>> files) {
    return files.stream().filter(one -> one.content().isPresent()).toList();
  }
}
