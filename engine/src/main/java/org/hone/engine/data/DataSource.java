package org.hone.engine.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hone.api.training.Goal;

/**
 * Data and what is known of them. Columns are named by their header, or by their number, counted
 * from 1 over all columns of the file.
 *
 * @param file or folder, in any file system; CSV files are plain or gzip, UTF-8
 * @param label the column to predict; the last one if empty
 * @param ignore columns to leave out
 * @param goal told by the label column if empty, see {@link Dataset}
 * @param form what its rows are
 * @param categorical columns whose numbers are names
 */
public record DataSource(
    Path file,
    Optional<String> label,
    List<String> ignore,
    Optional<Goal> goal,
    Form form,
    List<String> categorical) {

  public DataSource {
    ignore = List.copyOf(ignore);
    categorical = List.copyOf(categorical);
  }

  /** A table whose last column is the label, everything else told by its content. */
  public static DataSource of(Path file) {
    return new DataSource(
        file, Optional.empty(), List.of(), Optional.empty(), new Form.Table(), List.of());
  }

  /** Columns that it speaks of by name. */
  Set<String> namedColumns() {
    return Stream.of(label.stream(), ignore.stream(), categorical.stream(), form.columns().stream())
        .flatMap(columns -> columns)
        .filter(column -> !column.matches("\\d+"))
        .collect(Collectors.toUnmodifiableSet());
  }
}
