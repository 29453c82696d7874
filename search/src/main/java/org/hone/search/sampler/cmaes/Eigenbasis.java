package org.hone.search.sampler.cmaes;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/** The decomposition {@code C = B D^2 B^T} of a covariance. Immutable. */
final class Eigenbasis {
  /** The columns of B, one per row here. */
  final double[][] vectors;

  /** The diagonal of D, all positive. */
  final double[] lengths;

  Eigenbasis(double[][] vectors, double[] lengths) {
    this.vectors = vectors;
    this.lengths = lengths;
  }

  /** An eigenvalue that rounding made smaller, relative to the largest, is taken for this. */
  private static final double SMALLEST = 1e-15;

  static Eigenbasis identity(int dimension) {
    double[][] vectors = new double[dimension][dimension];
    double[] lengths = new double[dimension];
    for (int i = 0; i < dimension; i++) {
      vectors[i][i] = 1;
      lengths[i] = 1;
    }
    return new Eigenbasis(vectors, lengths);
  }

  static Eigenbasis of(double[][] covariance) {
    int n = covariance.length;
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, true, true);
    if (!eigen.decompose(new DMatrixRMaj(covariance))) {
      throw new IllegalStateException("the eigendecomposition of a covariance did not converge");
    }
    double largest = 0;
    for (int i = 0; i < n; i++) {
      largest = Math.max(largest, eigen.getEigenvalue(i).getReal());
    }
    double[][] vectors = new double[n][];
    double[] lengths = new double[n];
    for (int i = 0; i < n; i++) {
      vectors[i] = eigen.getEigenVector(i).getData();
      lengths[i] = Math.sqrt(Math.max(eigen.getEigenvalue(i).getReal(), SMALLEST * largest));
    }
    return new Eigenbasis(vectors, lengths);
  }

  /** {@code B D z}: standard normal z become draws of N(0, C). */
  double[] colour(double[] z) {
    double[] y = new double[z.length];
    for (int k = 0; k < z.length; k++) {
      add(y, lengths[k] * z[k], vectors[k]);
    }
    return y;
  }

  /** {@code C^(-1/2) y = B D^-1 B^T y}. */
  double[] whiten(double[] y) {
    double[] z = new double[y.length];
    for (int k = 0; k < y.length; k++) {
      add(z, dot(vectors[k], y) / lengths[k], vectors[k]);
    }
    return z;
  }

  /** The largest variance over the smallest. */
  double condition() {
    double least = Double.POSITIVE_INFINITY;
    for (double length : lengths) {
      least = Math.min(least, length);
    }
    double ratio = longest() / least;
    return ratio * ratio;
  }

  double longest() {
    double most = 0;
    for (double length : lengths) {
      most = Math.max(most, length);
    }
    return most;
  }

  private static void add(double[] sum, double factor, double[] vector) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += factor * vector[i];
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
