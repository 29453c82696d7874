package org.hone.engine.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.hone.engine.data.file.Cell;
import org.hone.engine.data.file.CsvScan;
import org.hone.engine.data.file.DataException;
import org.hone.engine.data.file.DataFile;

/**
 * How a file is laid out, as its first {@value #SAMPLE} records show.
 *
 * <ul>
 *   <li>The separator is the one of tab, semicolon and comma that gives most records the same
 *       number of cells, at least two; the first of them among equals. If none of them does, it is
 *       blanks.
 *   <li>The first record is a header if it contains a column name that is asked for. Otherwise,
 *       where other records have numbers in some column, it is a header if it has no number in any
 *       such column, and text in at least one. Where nothing is a number, it is a header if its
 *       cells are all different texts and none is found again below itself.
 * </ul>
 */
record Layout(char separator, boolean header, ColumnNames names) {
  private static final int SAMPLE = 100;
  private static final char[] SEPARATORS = {'\t', ';', ','};

  /**
   * Looks at a file.
   *
   * @param asked names that the user or a model has for columns of the file
   * @throws DataException if the file is empty or cannot be read
   */
  static Layout of(DataFile file, Set<String> asked) {
    char separator = separator(file);
    List<List<String>> sample = sample(file, separator);
    if (sample.isEmpty()) {
      throw file.error("is empty; a header or a first row is needed");
    }
    List<String> first = sample.get(0);
    boolean header = isHeader(first, sample.subList(1, sample.size()), asked);
    return new Layout(
        separator,
        header,
        header ? ColumnNames.header(file, first) : ColumnNames.numbered(file, first.size()));
  }

  DataFile file() {
    return names.file();
  }

  /** The separator as a user may call it. */
  String separatorName() {
    return switch (separator) {
      case '\t' -> "tab";
      case ';' -> "semicolon";
      case ',' -> "comma";
      default -> "blank";
    };
  }

  private static char separator(DataFile file) {
    char best = agreement(trySample(file, CsvScan.BLANK)) > 0 ? CsvScan.BLANK : ',';
    double bestAgreement = 0;
    for (char separator : SEPARATORS) {
      double agreement = agreement(trySample(file, separator));
      if (agreement > bestAgreement) {
        best = separator;
        bestAgreement = agreement;
      }
    }
    return best;
  }

  /** The share of records that have the most common number of cells; 0 if that is 1. */
  private static double agreement(List<List<String>> records) {
    double best = 0;
    for (List<String> record : records) {
      long same = records.stream().filter(other -> other.size() == record.size()).count();
      double share = (double) same / records.size();
      if (record.size() > 1 && share > best) {
        best = share;
      }
    }
    return best >= 0.5 ? best : 0;
  }

  /** Quotes may make no sense with another separator than the file's own. */
  private static List<List<String>> trySample(DataFile file, char separator) {
    try {
      return sample(file, separator);
    } catch (DataException e) {
      return List.of();
    }
  }

  private static List<List<String>> sample(DataFile file, char separator) {
    List<List<String>> records = new ArrayList<>();
    List<String> open = new ArrayList<>();
    CsvScan.scan(
        file,
        separator,
        new CsvScan.Sink() {
          @Override
          public void cell(int column, Cell cell) {
            open.add(cell.text());
          }

          @Override
          public boolean record(int cells, long line) {
            records.add(List.copyOf(open));
            open.clear();
            return records.size() < SAMPLE;
          }
        });
    return records;
  }

  private static boolean isHeader(
      List<String> first, List<List<String>> others, Set<String> asked) {
    if (first.stream().anyMatch(asked::contains)) {
      return true;
    }
    List<Integer> numeric =
        IntStream.range(0, first.size())
            .filter(column -> isNumeric(column, others))
            .boxed()
            .toList();
    if (numeric.isEmpty()) {
      return namesOnly(first, others);
    }
    return numeric.stream().noneMatch(column -> isNumber(first.get(column)))
        && numeric.stream().anyMatch(column -> isText(first.get(column)));
  }

  private static boolean isNumeric(int column, List<List<String>> records) {
    List<String> present =
        records.stream()
            .filter(record -> column < record.size())
            .map(record -> record.get(column))
            .filter(text -> !Cell.of(text).isMissing())
            .toList();
    return !present.isEmpty() && present.stream().allMatch(Layout::isNumber);
  }

  private static boolean namesOnly(List<String> first, List<List<String>> others) {
    return first.stream().allMatch(Layout::isText)
        && new HashSet<>(first).size() == first.size()
        && others.stream().noneMatch(record -> repeats(first, record));
  }

  private static boolean repeats(List<String> first, List<String> record) {
    return IntStream.range(0, Math.min(first.size(), record.size()))
        .anyMatch(column -> first.get(column).equals(record.get(column)));
  }

  private static boolean isNumber(String text) {
    return !Double.isNaN(Cell.of(text).number());
  }

  private static boolean isText(String text) {
    return !isNumber(text) && !Cell.of(text).isMissing();
  }
}
