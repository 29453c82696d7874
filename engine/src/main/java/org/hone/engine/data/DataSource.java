package org.hone.engine.data;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hone.api.training.Goal;

/**
 * Data and what is known of them.
 *
 * @param file or folder, in any file system; CSV files are plain or gzip, UTF-8
 * @param roles what its columns are for
 * @param goal told by the label columns if empty, see {@link Dataset}
 * @param form what its rows are
 * @param scaling of features
 * @param validation a file with all rows to validate with, if they are not drawn from the first
 * @param test a file with all rows to test with, if they are not drawn from the first
 * @param synonyms a file of words that mean the same, for texts: a group in each line
 */
public record DataSource(
    Path file,
    Roles roles,
    Optional<Goal> goal,
    Form form,
    ScalingMethod scaling,
    Optional<Path> validation,
    Optional<Path> test,
    Optional<Path> synonyms) {

  /** A table whose last column is the label, everything else told by its content. */
  public static DataSource of(Path file) {
    return of(file, Roles.USUAL);
  }

  /** A table of which nothing is known but what columns are for. */
  public static DataSource of(Path file, Roles roles) {
    return of(file, roles, new Form.Table(), Optional.empty());
  }

  /** Data whose labels are not in a column, or in the last one. */
  public static DataSource of(Path file, Form form, Optional<Goal> goal) {
    return of(file, Roles.USUAL, form, goal);
  }

  private static DataSource of(Path file, Roles roles, Form form, Optional<Goal> goal) {
    return new DataSource(
        file,
        roles,
        goal,
        form,
        ScalingMethod.STANDARD,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Columns that it speaks of by name. */
  Set<String> namedColumns() {
    return Stream.concat(
            roles.named().stream(),
            form.columns().stream().filter(column -> !column.matches("\\d+")))
        .collect(Collectors.toUnmodifiableSet());
  }
}
