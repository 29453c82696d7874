package org.hone.engine.metrics;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hone.api.training.Goal;
import org.hone.api.training.Metric;
import org.hone.search.space.Direction;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The area under the ROC curve, in [0, 1]: how probably a row of a class is given more of it than a
 * row of another; 0.5 is chance. Computed from ranks, of which ties share the mean:
 *
 * <pre>{@code AUC = (R - P (P + 1) / 2) / (P N)}</pre>
 *
 * where R is the sum of the ranks of the P rows of the class among all P + N. Of several classes it
 * or labels it is the mean over them, each against the rest; those that all rows or no row belong
 * to do not count, and without any other it is NaN.
 *
 * @see <a href="https://doi.org/10.1148/radiology.143.1.7063747">Hanley, McNeil, Radiology 1982, on
 *     area and rank sum</a>
 * @see <a href="https://doi.org/10.1016/j.patrec.2005.10.010">Fawcett, Pattern Recognition Letters
 *     2006, section 9.2, on several classes; here without weights</a>
 */
final class AreaUnderCurve implements Metric {
  @Override
  public String id() {
    return "auc";
  }

  @Override
  public Direction direction() {
    return Direction.MAXIMIZE;
  }

  @Override
  public boolean appliesTo(Goal goal) {
    return goal != Goal.REGRESSION;
  }

  @Override
  public double compute(INDArray predictions, INDArray labels) {
    if (predictions.isNaN().any()) {
      return Double.NaN;
    }
    return IntStream.range(0, Math.toIntExact(labels.size(1)))
        .mapToDouble(column -> area(predictions.getColumn(column), labels.getColumn(column)))
        .filter(area -> !Double.isNaN(area))
        .average()
        .orElse(Double.NaN);
  }

  private static double area(INDArray scores, INDArray labels) {
    double[] all = scores.toDoubleVector();
    double[] positive = members(all, labels.toDoubleVector());
    double others = all.length - positive.length;
    if (positive.length == 0 || others == 0) {
      return Double.NaN;
    }
    Arrays.sort(all);
    double least = positive.length * (positive.length + 1.0) / 2;
    return (rankSum(positive, all) - least) / (positive.length * others);
  }

  private static double[] members(double[] scores, double[] labels) {
    return IntStream.range(0, labels.length)
        .filter(row -> labels[row] > 0.5)
        .mapToDouble(row -> scores[row])
        .sorted()
        .toArray();
  }

  /**
   * @param some of all, both sorted
   */
  private static double rankSum(double[] some, double[] all) {
    double sum = 0;
    int from = 0;
    int to = 0;
    for (double score : some) {
      while (all[from] < score) {
        from++;
      }
      to = Math.max(to, from);
      while (to < all.length && all[to] <= score) {
        to++;
      }
      // ranks from + 1 to to
      sum += (from + 1 + to) / 2.0;
    }
    return sum;
  }
}
