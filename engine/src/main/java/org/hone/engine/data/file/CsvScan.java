package org.hone.engine.data.file;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;

/**
 * Hands the cells of a CSV file to a sink, one after the other, without making Strings of them.
 * Cells may be quoted, quoted ones may hold separators and line ends; empty lines do not count.
 * Between blanks as separators, several count as one.
 */
public final class CsvScan extends AbstractBaseCsvCallbackHandler<Boolean> {
  /** A separator that may be repeated. */
  public static final char BLANK = ' ';

  /** Where cells go. */
  public interface Sink {

    /** The next cell of a record; columns count from 0. */
    void cell(int column, Cell cell);

    /**
     * The record is over.
     *
     * @param cells how many it had
     * @param line where it began, from 1
     * @return whether to go on
     */
    boolean record(int cells, long line);
  }

  private final char separator;
  private final Sink sink;
  private final Cell cell;
  private int column;

  private CsvScan(DataFile file, char separator, Sink sink) {
    this.cell = new Cell(file);
    this.separator = separator;
    this.sink = sink;
  }

  /**
   * Scans until the sink has enough, or the file is over.
   *
   * @throws DataException if the file cannot be read or its quotes make no sense
   */
  public static void scan(DataFile file, char separator, Sink sink) {
    file.text(
        reader -> {
          CsvScan scan = new CsvScan(file, separator, sink);
          for (boolean more : format(separator).build(scan, reader)) {
            if (!more) {
              break;
            }
          }
          return scan;
        });
  }

  private static CsvReader.CsvReaderBuilder format(char separator) {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .trimWhitespacesAroundQuotes(separator != BLANK)
        .allowUnclosedQuote(false)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE);
  }

  @Override
  protected void handleBegin(long startingLineNumber) {
    column = 0;
  }

  @Override
  protected void handleField(int index, char[] chars, int offset, int length, boolean quoted) {
    if (separator == BLANK && length == 0 && !quoted) {
      return;
    }
    cell.moveTo(chars, offset, length, getStartingLineNumber());
    sink.cell(column++, cell);
  }

  @Override
  protected Boolean buildRecord() {
    return column == 0 || sink.record(column, getStartingLineNumber());
  }
}
