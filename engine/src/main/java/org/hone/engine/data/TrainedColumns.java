package org.hone.engine.data;

import java.util.Set;
import org.hone.engine.data.file.DataFile;

/**
 * Where a file has the columns that a model learnt from. They go by name if both files have a
 * header. Else they go by position: as in the file of training, or the same without the labels, or
 * the features alone.
 *
 * @param origin the file of training
 * @param features how many the model learnt from
 */
record TrainedColumns(ColumnCoding.Origin origin, int features, Layout layout) {

  /** In a file with columns of these names. */
  static TrainedColumns in(
      DataFile file, ColumnCoding.Origin origin, Set<String> names, int features) {
    return new TrainedColumns(
        origin, features, Layout.of(file, origin.header() ? names : Set.of()));
  }

  /** Whether columns go by name. */
  boolean byName() {
    return layout.header() && origin.header();
  }

  /**
   * Where a column is, from 0.
   *
   * @param name in the file of training
   * @param number in the file of training, from 1
   * @param index where it is in a file that has nothing else
   * @throws DataException if the file lacks it
   */
  int find(String name, int number, int index) {
    ColumnNames names = layout.names();
    if (byName()) {
      return names.find(name).orElseThrow(() -> names.unknown(name, Purpose.LEARNT));
    }
    int width = origin.width();
    if (names.width() == width) {
      return number - 1;
    }
    int labels = origin.labels().size();
    if (names.width() == width - labels) {
      long before = origin.labels().stream().filter(label -> label < number).count();
      return number - 1 - (int) before;
    }
    if (names.width() == features) {
      return index;
    }
    throw layout
        .file()
        .error(
            "has %d columns without names that the model knows; needed are %d as in training, %d without the label, or the %d features"
                .formatted(names.width(), width, width - labels, features));
  }
}
