package org.hone.engine.data;

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

  /** Whether rows are those of a CSV file, so that columns can have roles, and more files rows. */
  default boolean isOfColumns() {
    return false;
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
      return new DatasetReader(source, Optional.empty()).read();
    }

    @Override
    public boolean isOfColumns() {
      return true;
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
      return new DatasetReader(source, Optional.of(shape)).read();
    }

    @Override
    public boolean isOfColumns() {
      return true;
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
  }
}
