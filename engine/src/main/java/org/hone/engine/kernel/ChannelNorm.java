package org.hone.engine.kernel;

/**
 * Batch norm over the channels of images: a channel's mean and variance over all images and places.
 *
 * <pre>{@code
 * y = gamma (x - mean) / s + beta,   s = sqrt(variance + epsilon)
 * dbeta = sum dy,   dgamma = sum dy (x - mean) / s
 * dx = gamma / s (dy - dbeta / m - (x - mean) / s dgamma / m)
 * }</pre>
 *
 * @see <a href="https://arxiv.org/abs/1502.03167">Ioffe, Szegedy, ICML 2015</a>
 */
final class ChannelNorm {
  private final double epsilon;
  private final int places;
  private final float[][] values;
  private final float[][] errors;
  private final float[] lanes;
  private final float[] means;
  private final float[] variances;

  ChannelNorm(int images, int channels, int plane, double epsilon) {
    this.epsilon = epsilon;
    places = images * plane;
    values = new float[images][plane];
    errors = new float[images][plane];
    lanes = new float[plane];
    means = new float[channels];
    variances = new float[channels];
  }

  /** Of the channels, over the batch that was last normalized. */
  float[] means() {
    return means;
  }

  /** Of the channels, over the batch that was last normalized; divided by the number of places. */
  float[] variances() {
    return variances;
  }

  /** Normalizes. */
  void forward(ImageBatch x, float[] gamma, float[] beta, ImageBatch y) {
    for (int channel = 0; channel < means.length; channel++) {
      read(x, channel, values);
      float mean = (float) (ChannelLoops.sum(values, lanes) / places);
      double variance = ChannelLoops.squares(values, mean, lanes) / places;
      means[channel] = mean;
      variances[channel] = (float) variance;
      float scale = (float) (gamma[channel] / Math.sqrt(variance + epsilon));
      for (int image = 0; image < values.length; image++) {
        ChannelLoops.scale(values[image], mean, scale, beta[channel]);
        y.put(image, channel, values[image]);
      }
    }
  }

  /** Errors of the input and of gamma and beta, after a {@link #forward} of the same. */
  void backward(
      ImageBatch x, ImageBatch dy, float[] gamma, ImageBatch dx, float[] dGamma, float[] dBeta) {
    for (int channel = 0; channel < means.length; channel++) {
      read(x, channel, values);
      read(dy, channel, errors);
      float mean = means[channel];
      double inverse = 1 / Math.sqrt(variances[channel] + epsilon);
      double sum = ChannelLoops.sum(errors, lanes);
      double product = ChannelLoops.products(values, mean, errors, lanes) * inverse;
      dBeta[channel] = (float) sum;
      dGamma[channel] = (float) product;
      double scale = gamma[channel] * inverse;
      float slope = (float) (-scale * inverse * product / places);
      float shift = (float) (-scale * sum / places);
      for (int image = 0; image < errors.length; image++) {
        ChannelLoops.combine(errors[image], (float) scale, values[image], mean, slope, shift);
        dx.put(image, channel, errors[image]);
      }
    }
  }

  private static void read(ImageBatch from, int channel, float[][] planes) {
    for (int image = 0; image < planes.length; image++) {
      from.get(image, channel, planes[image]);
    }
  }
}
