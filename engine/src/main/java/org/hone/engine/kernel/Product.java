package org.hone.engine.kernel;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas_nolapack;

/**
 * Products of matrices by the same OpenBLAS as ND4J's, on places in memory. Matrices lie column by
 * column, and the distance from a column to the next is given for each.
 *
 * @param rows of the result
 * @param columns of the result
 * @param inner the dimension that is summed over
 */
record Product(int rows, int columns, int inner) {
  private static final int BY_COLUMNS = openblas_nolapack.CblasColMajor;
  private static final int AS_IS = openblas_nolapack.CblasNoTrans;
  private static final int TRANSPOSED = openblas_nolapack.CblasTrans;

  /** A matrix's place. */
  record Matrix(FloatPointer start, int columnDistance) {}

  /** Of the factors transposed and in the other order, which gives the result transposed. */
  @SuppressWarnings("ArgumentSelectionDefectChecker") // that is the point
  Product transposed() {
    return new Product(columns, rows, inner);
  }

  /** result = a b. */
  void of(Matrix a, Matrix b, Matrix result) {
    multiply(AS_IS, a, AS_IS, b, 0, result);
  }

  /** result = a b'. */
  void ofSecondTransposed(Matrix a, Matrix b, Matrix result) {
    multiply(AS_IS, a, TRANSPOSED, b, 0, result);
  }

  /** result = a' b, or the former result + a' b. */
  void ofFirstTransposed(Matrix a, Matrix b, boolean add, Matrix result) {
    multiply(TRANSPOSED, a, AS_IS, b, add ? 1 : 0, result);
  }

  /** result = a' b'. */
  void ofBothTransposed(Matrix a, Matrix b, Matrix result) {
    multiply(TRANSPOSED, a, TRANSPOSED, b, 0, result);
  }

  private void multiply(int orderA, Matrix a, int orderB, Matrix b, float keep, Matrix result) {
    openblas_nolapack.cblas_sgemm(
        BY_COLUMNS,
        orderA,
        orderB,
        rows,
        columns,
        inner,
        1,
        a.start(),
        a.columnDistance(),
        b.start(),
        b.columnDistance(),
        keep,
        result.start(),
        result.columnDistance());
  }
}
