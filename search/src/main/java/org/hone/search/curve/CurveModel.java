package org.hone.search.curve;

import java.util.Arrays;
import java.util.List;

/**
 * What curves up to one step have told about final losses: {@link CurveRegression}s of the
 * remaining change, with parameters that matter not at all, smoothly, or roughly, averaged by how
 * well each explains the complete trials.
 *
 * @see <a href="https://doi.org/10.1214/ss/1009212519">Hoeting et al., Bayesian model averaging,
 *     Statistical Science 1999</a>
 */
final class CurveModel {
  private static final List<CurveKernel> KERNELS =
      List.of(new CurveKernel(0, 1), new CurveKernel(10, 3), new CurveKernel(10, 1));

  /** Keeps a deviation of 0 from dividing. */
  private static final double LEAST_DEVIATION = 1e-3;

  /** One complete trial: its curve up to the step, its parameters, its final loss. */
  record Example(PartialCurve curve, Place place, double finalLoss) {}

  private final double[] mean;
  private final double[] deviation;
  private final List<CurveRegression> regressions;
  private final double[] weights;

  /**
   * @param examples without NaN
   */
  CurveModel(List<Example> examples) {
    double[] levels = examples.stream().mapToDouble(e -> e.curve().level()).toArray();
    double[] falls = examples.stream().mapToDouble(e -> e.curve().fall()).toArray();
    mean = new double[] {mean(levels), mean(falls)};
    deviation = new double[] {deviation(levels, mean[0]), deviation(falls, mean[1])};
    CurvePoint[] points =
        examples.stream().map(e -> point(e.curve(), e.place())).toArray(CurvePoint[]::new);
    double[] changes =
        examples.stream().mapToDouble(e -> e.finalLoss() - e.curve().level()).toArray();
    boolean places = examples.stream().allMatch(e -> e.place().isKnown());
    regressions =
        KERNELS.stream()
            .limit(places ? KERNELS.size() : 1)
            .flatMap(kernel -> CurveRegression.of(kernel, points, changes).stream())
            .toList();
    weights = weights(regressions);
  }

  private static double mean(double[] x) {
    return Arrays.stream(x).average().orElse(0);
  }

  private static double deviation(double[] x, double mean) {
    double variance = Arrays.stream(x).map(v -> (v - mean) * (v - mean)).average().orElse(0);
    return Math.sqrt(variance) + LEAST_DEVIATION;
  }

  private CurvePoint point(PartialCurve curve, Place place) {
    return new CurvePoint(
        (curve.level() - mean[0]) / deviation[0], (curve.fall() - mean[1]) / deviation[1], place);
  }

  private static double[] weights(List<CurveRegression> regressions) {
    double[] evidence = regressions.stream().mapToDouble(CurveRegression::logEvidence).toArray();
    double most = Arrays.stream(evidence).max().orElse(0);
    double[] relative = Arrays.stream(evidence).map(e -> Math.exp(e - most)).toArray();
    double sum = Arrays.stream(relative).sum();
    return Arrays.stream(relative).map(weight -> weight / sum).toArray();
  }

  /** The loss that the trial is expected to end with; NaN if nothing is known. */
  double expected(PartialCurve curve, Place place) {
    if (regressions.isEmpty()) {
      return Double.NaN;
    }
    CurvePoint point = point(curve, place);
    double change = 0;
    for (int m = 0; m < weights.length; m++) {
      change += weights[m] * regressions.get(m).mean(point);
    }
    return curve.level() + change;
  }

  /** The probability that the trial ends with a loss of at most this; 1 if nothing is known. */
  double chanceBelow(double loss, PartialCurve curve, Place place) {
    if (regressions.isEmpty()) {
      return 1;
    }
    CurvePoint point = point(curve, place);
    double chance = 0;
    for (int m = 0; m < weights.length; m++) {
      chance += weights[m] * regressions.get(m).chanceBelow(loss - curve.level(), point);
    }
    return chance;
  }
}
