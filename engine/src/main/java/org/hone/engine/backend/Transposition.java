package org.hone.engine.backend;

import java.nio.IntBuffer;
import java.util.Optional;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;
import org.hone.engine.replay.NativeCall;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.shape.options.ArrayOptionsHelper;

/**
 * A copy of a matrix from one order of memory to the other, as after each product of matrices,
 * which BLAS writes column by column. ND4J works out the place of each element anew, which takes
 * nearly as long as the product of a small network.
 */
final class Transposition implements NativeCall.Action {
  /** Numbers that are kept in arrays of Java for the copy, which the compiler knows best. */
  private static final int LARGEST = 1 << 18;

  /** Rows and columns of a piece that stays in the processor's first cache. */
  private static final int PIECE = 16;

  /** Places in ND4J's description of a matrix. */
  private static final int ROWS = 1;

  private static final int COLUMNS = 2;
  private static final int ROW_STRIDE = 3;
  private static final int COLUMN_STRIDE = 4;
  private static final int OPTIONS = 5;

  private final IntBuffer source;
  private final IntBuffer target;
  private final int[] before;
  private final int[] after;
  private final int rows;
  private final int columns;

  /**
   * @param source column by column, each number as its bits
   * @param target row by row
   */
  private Transposition(IntBuffer source, IntBuffer target, int rows, int columns) {
    this.source = source;
    this.target = target;
    this.before = new int[rows * columns];
    this.after = new int[rows * columns];
    this.rows = rows;
    this.columns = columns;
  }

  /** Empty unless both are matrices of FLOAT without gaps, of one shape, in opposite orders. */
  static Optional<NativeCall.Action> of(
      Pointer source, LongPointer sourceShape, Pointer target, LongPointer targetShape) {
    if (!isFloatMatrix(sourceShape)
        || !isFloatMatrix(targetShape)
        || sourceShape.get(ROWS) != targetShape.get(ROWS)
        || sourceShape.get(COLUMNS) != targetShape.get(COLUMNS)
        || source.address() == target.address()) {
      return Optional.empty();
    }
    int rows = Math.toIntExact(sourceShape.get(ROWS));
    int columns = Math.toIntExact(sourceShape.get(COLUMNS));
    IntBuffer from = bits(source, rows * columns);
    IntBuffer to = bits(target, rows * columns);
    if (isByColumns(sourceShape) && isByRows(targetShape)) {
      return Optional.of(new Transposition(from, to, rows, columns));
    }
    return isByRows(sourceShape) && isByColumns(targetShape)
        ? Optional.of(new Transposition(from, to, columns, rows))
        : Optional.empty();
  }

  private static boolean isFloatMatrix(LongPointer shape) {
    return shape.get(0) == 2
        && ArrayOptionsHelper.dataType(shape.get(OPTIONS)) == DataType.FLOAT
        && shape.get(ROWS) * shape.get(COLUMNS) <= LARGEST;
  }

  private static boolean isByRows(LongPointer shape) {
    return shape.get(COLUMN_STRIDE) == 1 && shape.get(ROW_STRIDE) == shape.get(COLUMNS);
  }

  private static boolean isByColumns(LongPointer shape) {
    return shape.get(ROW_STRIDE) == 1 && shape.get(COLUMN_STRIDE) == shape.get(ROWS);
  }

  private static IntBuffer bits(Pointer memory, int length) {
    return new IntPointer(memory).capacity(length).asBuffer();
  }

  @Override
  public void run() {
    source.get(0, before);
    for (int row = 0; row < rows; row += PIECE) {
      for (int column = 0; column < columns; column += PIECE) {
        piece(row, column);
      }
    }
    target.put(0, after);
  }

  private void piece(int firstRow, int firstColumn) {
    int endRow = Math.min(rows, firstRow + PIECE);
    int endColumn = Math.min(columns, firstColumn + PIECE);
    for (int row = firstRow; row < endRow; row++) {
      int to = row * columns;
      for (int column = firstColumn; column < endColumn; column++) {
        after[to + column] = before[column * rows + row];
      }
    }
  }
}
