package org.hone.search.curve;

import java.util.SortedMap;
import org.hone.search.space.Direction;

/**
 * What matters of a curve so far: where it is and where it was half-way, each as the mean of a
 * tenth of the reports, so that noise averages out.
 *
 * @param level the last reports, on the study's {@link CurveScale}
 * @param fall what it has changed by since half of the reports; negative if it improves, 0 if
 *     nothing is known
 */
record PartialCurve(double level, double fall) {
  private static final double WINDOW = 0.1;

  /**
   * Of the reports up to a step.
   *
   * @return with a level of NaN if the last reports are all NaN, or there are none
   */
  static PartialCurve of(
      SortedMap<Integer, Double> reported, int step, Direction direction, CurveScale scale) {
    double[] curve =
        reported.headMap(step + 1).values().stream()
            .mapToDouble(value -> scale.of(direction.toLoss(value)))
            .toArray();
    int width = Math.max(1, (int) (curve.length * WINDOW));
    int middle = Math.max(0, (curve.length - 1) / 2 - width / 2);
    double level = mean(curve, curve.length - width, width);
    double before = mean(curve, middle, width);
    return new PartialCurve(level, Double.isNaN(before) ? 0 : level - before);
  }

  private static double mean(double[] curve, int from, int width) {
    double sum = 0;
    int count = 0;
    for (int k = Math.max(0, from); k < Math.min(curve.length, from + width); k++) {
      if (!Double.isNaN(curve[k])) {
        sum += curve[k];
        count++;
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }
}
