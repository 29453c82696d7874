package org.hone.engine.data;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What columns are for; those that are not spoken of are learnt from. Columns are named by their
 * header, or by their number, counted from 1 over all columns of the file.
 *
 * @param labels the columns to predict; the last one if empty
 * @param labelSeparator what stands between several labels in one cell; empty if a cell has one
 * @param ignore columns to leave out
 * @param categorical columns whose numbers are names
 * @param group rows with the same value here stay together in every split
 * @param time earlier rows train, later ones validate and test; numbers, or dates as ISO 8601 has
 *     them
 * @param weight how much a row counts in training
 */
public record Roles(
    List<String> labels,
    Optional<String> labelSeparator,
    List<String> ignore,
    List<String> categorical,
    Optional<String> group,
    Optional<String> time,
    Optional<String> weight) {
  /** The last column is the label. */
  public static final Roles USUAL = ofLabels();

  public Roles {
    labels = List.copyOf(labels);
    ignore = List.copyOf(ignore);
    categorical = List.copyOf(categorical);
    if (group.isPresent() && time.isPresent()) {
      throw new IllegalArgumentException(
          "rows are split by group or by time, but group=%s and time=%s"
              .formatted(group.get(), time.get()));
    }
    if (labelSeparator.isPresent() && labels.size() > 1) {
      throw new IllegalArgumentException(
          "several labels are in one column or in several, but labelSeparator=%s and labels=%s"
              .formatted(labelSeparator.get(), labels));
    }
  }

  /** Those columns are the labels. */
  public static Roles ofLabels(String... labels) {
    return new Roles(
        List.of(labels),
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Columns that are spoken of by name. */
  Set<String> named() {
    return Stream.of(
            labels.stream(),
            ignore.stream(),
            categorical.stream(),
            group.stream(),
            time.stream(),
            weight.stream())
        .flatMap(columns -> columns)
        .filter(column -> !column.matches("\\d+"))
        .collect(Collectors.toUnmodifiableSet());
  }
}
