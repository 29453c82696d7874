package org.hone.search.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.RandomMatrices_DDRM;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against EJML. */
class PositiveDefiniteTest {
  private static DMatrixRMaj matrix(int n) {
    return RandomMatrices_DDRM.symmetricPosDef(n, new Random(n));
  }

  private static double[][] rows(DMatrixRMaj a) {
    double[][] rows = new double[a.numRows][a.numCols];
    for (int i = 0; i < a.numRows; i++) {
      for (int j = i; j < a.numCols; j++) {
        rows[i][j] = a.get(i, j);
      }
    }
    return rows;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 40})
  void solvesAsALibraryDoes(int n) {
    DMatrixRMaj a = matrix(n);
    double[] b = new Random(1).doubles(n, -1, 1).toArray();
    DMatrixRMaj x = new DMatrixRMaj(n, 1);
    CommonOps_DDRM.solve(a.copy(), new DMatrixRMaj(n, 1, true, b), x);
    double[] ours = b.clone();
    PositiveDefinite.factor(rows(a)).orElseThrow().solve(ours);
    for (int i = 0; i < n; i++) {
      assertThat(ours[i]).isCloseTo(x.get(i), within(1e-8 * (1 + Math.abs(x.get(i)))));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 40})
  void invertsAndKnowsTheDeterminant(int n) {
    DMatrixRMaj a = matrix(n);
    PositiveDefinite factored = PositiveDefinite.factor(rows(a)).orElseThrow();
    double[][] inverse = factored.upperInverse();
    DMatrixRMaj expected = new DMatrixRMaj(n, n);
    CommonOps_DDRM.invert(a, expected);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double wanted = j < i ? 0 : expected.get(i, j);
        assertThat(inverse[i][j]).isCloseTo(wanted, within(1e-8 * (1 + Math.abs(wanted))));
      }
    }
    assertThat(factored.logDeterminant())
        .isCloseTo(Math.log(CommonOps_DDRM.det(a)), within(1e-8 * n));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, 0, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesWhatIsNotPositiveDefinite(double pivot) {
    assertThat(PositiveDefinite.factor(new double[][] {{1, 0}, {0, pivot}})).isEmpty();
  }
}
