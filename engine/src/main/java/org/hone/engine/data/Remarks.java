package org.hone.engine.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.hone.engine.data.Column.Kind;

/** Finds what is allowed in data, and yet is mostly a mistake. */
final class Remarks {
  /** A range of fewer steps of float than this has lost digits that may matter. */
  private static final int FEW_STEPS = 1000;

  private static final int MANY = 10;

  /** Something that may be said of a column. */
  private record Remark(Predicate<RawColumn> when, String text) {}

  private static final List<Remark> REMARKS =
      List.of(
          new Remark(Remarks::isEmpty, "has no value in any row, and tells nothing"),
          new Remark(Remarks::isConstant, "has the same value in every row, and tells nothing"),
          new Remark(Remarks::isMostlyMissing, "has no value in more than half of the rows"),
          new Remark(
              Remarks::hasRare,
              "has more than 1000 different values; those in at least 10 rows are categories, all others count as '(other)'"),
          new Remark(
              Remarks::isIdentifier,
              "has a category for every other row, or for each; if it is a name or an identifier, ignore it, if it is a text, learn from it with data.text, if it is a number, write it without separators of thousands"),
          new Remark(
              Remarks::isRowNumber,
              "counts up by one from row to row; if it is a row number, ignore it"),
          new Remark(
              Remarks::isTooFine,
              "has large numbers that differ little; a float keeps 7 digits of them. Subtract a constant"));

  private Remarks() {}

  /** On the columns of a table. */
  static List<String> on(List<RawColumn> columns) {
    List<String> remarks = new ArrayList<>();
    for (RawColumn column : columns) {
      first(column).ifPresent(text -> remarks.add(column.place() + ": " + text));
    }
    return remarks;
  }

  private static Optional<String> first(RawColumn column) {
    return REMARKS.stream()
        .filter(remark -> remark.when().test(column))
        .findFirst()
        .map(Remark::text);
  }

  private static boolean isEmpty(RawColumn raw) {
    return raw.column().missing() == raw.cells().rows();
  }

  private static boolean isConstant(RawColumn raw) {
    return raw.cells().lowest() == raw.cells().highest();
  }

  private static boolean isMostlyMissing(RawColumn raw) {
    return raw.column().missing() > raw.cells().rows() / 2;
  }

  private static boolean hasRare(RawColumn raw) {
    return raw.column().categories().contains(Categories.OTHER);
  }

  private static boolean isIdentifier(RawColumn raw) {
    int categories = raw.column().categories().size();
    return categories > MANY && categories > raw.cells().rows() / 2;
  }

  private static boolean isRowNumber(RawColumn raw) {
    Cells cells = raw.cells();
    return raw.column().kind() == Kind.NUMERIC
        && cells.rows() > MANY
        && IntStream.range(1, cells.rows()).allMatch(row -> cells.at(row) == cells.at(row - 1) + 1);
  }

  private static boolean isTooFine(RawColumn raw) {
    float lowest = raw.cells().lowest();
    float highest = raw.cells().highest();
    float step = Math.ulp(Math.max(Math.abs(lowest), Math.abs(highest)));
    return raw.column().kind() == Kind.NUMERIC && highest - lowest < FEW_STEPS * step;
  }
}
