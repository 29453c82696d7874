package org.hone.engine.data;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.hone.api.training.InputShape;

/** What the rows of a source are, and how they are written down. */
public sealed interface Form {

  /** What a network sees of a row. */
  InputShape.Kind kind();

  /**
   * Reads a source of this form.
   *
   * @throws DataException if there is anything wrong with it
   */
  Dataset read(DataSource source);

  /** What rows of validation and test can lie in, if they are not drawn from the others. */
  enum Beside {
    /** A file like that of the others. */
    FILE,
    /** A folder like that of the others. */
    FOLDER,
    NOTHING
  }

  /** What rows of validation and test can lie in, if they are not drawn from the others. */
  default Beside beside() {
    return Beside.NOTHING;
  }

  /** Columns that it speaks of, by name or number. */
  default Set<String> columns() {
    return Set.of();
  }

  /** A CSV file of columns. */
  record Table() implements Form {
    @Override
    public InputShape.Kind kind() {
      return InputShape.Kind.TABLE;
    }

    @Override
    public Dataset read(DataSource source) {
      return DatasetReader.read(source, Optional.empty());
    }

    @Override
    public Beside beside() {
      return Beside.FILE;
    }
  }

  /**
   * A CSV file whose columns besides the label are the pixels of an image, row by row, the channels
   * of a pixel side by side.
   */
  record PixelColumns(InputShape shape) implements Form {
    @Override
    public InputShape.Kind kind() {
      return InputShape.Kind.IMAGE;
    }

    @Override
    public Dataset read(DataSource source) {
      return DatasetReader.read(source, Optional.of(shape));
    }

    @Override
    public Beside beside() {
      return Beside.FILE;
    }
  }

  /**
   * A folder with a folder for each class, which holds its images.
   *
   * @param shape to which all are scaled; if empty, all must have the same size
   * @param skipsUnreadable whether to do without images that cannot be read, as long as they are
   *     few, rather than to give up
   */
  record ImageFolder(Optional<InputShape> shape, boolean skipsUnreadable) implements Form {
    @Override
    public InputShape.Kind kind() {
      return InputShape.Kind.IMAGE;
    }

    @Override
    public Dataset read(DataSource source) {
      return ImageFolderReader.read(source, this);
    }

    @Override
    public Beside beside() {
      return Beside.FOLDER;
    }
  }

  /**
   * A file of images in the IDX format, as MNIST has them.
   *
   * @param labels the IDX file of labels, as seen from the folder of the images' file
   */
  record Idx(String labels) implements Form {
    @Override
    public InputShape.Kind kind() {
      return InputShape.Kind.IMAGE;
    }

    @Override
    public Dataset read(DataSource source) {
      return IdxReader.read(source, this);
    }

    @Override
    public Beside beside() {
      return Beside.FILE;
    }
  }

  /**
   * A CSV file with a column of texts; of the others, the label alone is looked at.
   *
   * @param column its name or number
   * @param vocabulary how many different words are told apart at most, the most frequent ones
   * @param tokens how many words of a text are seen at most; if empty, as many as 95 of 100 texts
   *     have, but no more than 400
   */
  record TextColumn(String column, int vocabulary, Optional<Integer> tokens) implements Form {
    @Override
    public InputShape.Kind kind() {
      return InputShape.Kind.TEXT;
    }

    @Override
    public Dataset read(DataSource source) {
      return DatasetReader.read(source, this);
    }

    @Override
    public Beside beside() {
      return Beside.FILE;
    }

    @Override
    public Set<String> columns() {
      return Set.of(column);
    }
  }

  /**
   * A folder with a folder for each class, which holds text files.
   *
   * @param vocabulary as in {@link TextColumn}
   * @param tokens as in {@link TextColumn}
   */
  record TextFolder(int vocabulary, Optional<Integer> tokens) implements Form {
    @Override
    public InputShape.Kind kind() {
      return InputShape.Kind.TEXT;
    }

    @Override
    public Dataset read(DataSource source) {
      return TextFolderReader.read(source, this);
    }

    @Override
    public Beside beside() {
      return Beside.FOLDER;
    }
  }

  /**
   * A CSV file whose lines are steps of sequences. All steps of a sequence have the same label,
   * group and weight; its earliest time is the time of all.
   *
   * @param id the column that tells sequences apart
   * @param order the column by which steps are ordered; as in the file if empty
   * @param steps how many steps are seen at most, the last ones; those of the longest if empty
   */
  record SequenceTable(String id, Optional<String> order, Optional<Integer> steps) implements Form {
    @Override
    public InputShape.Kind kind() {
      return InputShape.Kind.SEQUENCE;
    }

    @Override
    public Dataset read(DataSource source) {
      return DatasetReader.read(source, this);
    }

    @Override
    public Beside beside() {
      return Beside.FILE;
    }

    @Override
    public Set<String> columns() {
      Set<String> columns = new HashSet<>(Set.of(id));
      order.ifPresent(columns::add);
      return columns;
    }
  }

  /**
   * A folder with a folder for each class, which holds a CSV file for each sequence: a row for each
   * step, and the same columns of numbers in all files.
   *
   * @param order as in {@link SequenceTable}
   * @param steps as in {@link SequenceTable}
   */
  record SequenceFolder(Optional<String> order, Optional<Integer> steps) implements Form {
    @Override
    public InputShape.Kind kind() {
      return InputShape.Kind.SEQUENCE;
    }

    @Override
    public Dataset read(DataSource source) {
      return new SequenceFolderReader(source, this).read();
    }

    @Override
    public Set<String> columns() {
      return order.map(Set::of).orElse(Set.of());
    }
  }
}
