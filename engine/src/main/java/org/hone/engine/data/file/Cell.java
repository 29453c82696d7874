package org.hone.engine.data.file;

import java.nio.file.Path;

/**
 * The cell that a scan stands on, without the blanks around it. The cell moves on: keep {@link
 * #text()}, not the cell.
 */
public final class Cell {
  /** What {@link #isMissing} takes for no value, in words. */
  public static final String MISSING = "nothing, NA, N/A, NaN, null or ? for a missing value";

  private static final DataFile NO_FILE = new DataFile(Path.of(""));

  private final DataFile file;
  private char[] chars = {};
  private int start;
  private int end;
  private long line;

  /** A cell of a file, nowhere yet. */
  Cell(DataFile file) {
    this.file = file;
  }

  void moveTo(char[] newChars, int offset, int length, long newLine) {
    chars = newChars;
    start = offset;
    end = offset + length;
    line = newLine;
    while (start < end && chars[start] <= ' ') {
      start++;
    }
    while (start < end && chars[end - 1] <= ' ') {
      end--;
    }
  }

  /** A cell that stays, and is in no file. */
  public static Cell of(String text) {
    return of(NO_FILE, 1, text);
  }

  /** A cell that stays. */
  public static Cell of(DataFile file, long line, String text) {
    Cell cell = new Cell(file);
    cell.moveTo(text.toCharArray(), 0, text.length(), line);
    return cell;
  }

  public DataFile file() {
    return file;
  }

  /** Where its record begins, from 1. */
  public long line() {
    return line;
  }

  /** Whether it says that there is no value, in upper or lower case. */
  public boolean isMissing() {
    return switch (end - start) {
      case 0 -> true;
      case 1 -> chars[start] == '?';
      case 2 -> says("na");
      case 3 -> says("n/a") || says("nan");
      case 4 -> says("null");
      default -> false;
    };
  }

  /** The number that it is, infinite ones included; NaN if it is none. */
  public double number() {
    return Decimal.parse(chars, start, end);
  }

  public String text() {
    return new String(chars, start, end - start);
  }

  private boolean says(String lowerCase) {
    for (int i = 0; i < lowerCase.length(); i++) {
      if (Character.toLowerCase(chars[start + i]) != lowerCase.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
