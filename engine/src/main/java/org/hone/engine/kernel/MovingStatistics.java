package org.hone.engine.kernel;

/**
 * How Deeplearning4j moves batch norm's statistics for inference: by pseudo-gradients, which are
 * subtracted as they are.
 *
 * <pre>{@code
 * of the mean          (1 - decay) (moving - batch)
 * of the variance      (1 - decay) (moving - batch)
 * of log10 deviation   log10(moving / (decay moving + (1 - decay) batch)) / 2,  of variances
 * }</pre>
 *
 * @param decay weight of what was there
 */
record MovingStatistics(double decay) {

  /** Pseudo-gradient of means or variances. */
  float[] difference(float[] moving, float[] batch) {
    float[] result = new float[moving.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = (float) ((1 - decay) * (moving[i] - batch[i]));
    }
    return result;
  }

  /** Pseudo-gradient of deviations that are kept as logarithms. */
  float[] logarithmic(float[] logDeviations, float[] batchVariances) {
    float[] result = new float[logDeviations.length];
    for (int i = 0; i < result.length; i++) {
      double variance = Math.pow(10, 2 * logDeviations[i]);
      double next = decay * variance + (1 - decay) * batchVariances[i];
      result[i] = (float) (0.5 * Math.log10(variance / next));
    }
    return result;
  }
}
