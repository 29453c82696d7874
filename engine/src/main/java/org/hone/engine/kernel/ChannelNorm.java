package org.hone.engine.kernel;

/** Batch norm over the channels of images: over all images and places. */
final class ChannelNorm implements BatchMoments {
  private final double epsilon;
  private final int plane;
  private final int places;
  private final float[][] values;
  private final float[][] errors;
  private final float[] lanes;
  private final float[] means;
  private final float[] variances;

  ChannelNorm(int images, int channels, int plane, double epsilon) {
    this.epsilon = epsilon;
    this.plane = plane;
    places = images * plane;
    values = new float[images][plane];
    errors = new float[images][plane];
    lanes = new float[plane];
    means = new float[channels];
    variances = new float[channels];
  }

  @Override
  public float[] means() {
    return means;
  }

  @Override
  public float[] variances() {
    return variances;
  }

  @Override
  public void forward(NativeFloats x, float[] gamma, float[] beta, NativeFloats y) {
    for (int channel = 0; channel < means.length; channel++) {
      read(x, channel, values);
      float mean = (float) (ChannelLoops.sum(values, lanes) / places);
      double variance = ChannelLoops.squares(values, mean, lanes) / places;
      means[channel] = mean;
      variances[channel] = (float) variance;
      float scale = (float) (gamma[channel] / Math.sqrt(variance + epsilon));
      for (int image = 0; image < values.length; image++) {
        ChannelLoops.scale(values[image], mean, scale, beta[channel]);
        y.put(position(image, channel), values[image], plane);
      }
    }
  }

  @Override
  public void backward(
      NativeFloats x,
      NativeFloats dy,
      float[] gamma,
      NativeFloats dx,
      float[] dGamma,
      float[] dBeta) {
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
        dx.put(position(image, channel), errors[image], plane);
      }
    }
  }

  private void read(NativeFloats from, int channel, float[][] planes) {
    for (int image = 0; image < planes.length; image++) {
      from.get(position(image, channel), planes[image], plane);
    }
  }

  private int position(int image, int channel) {
    return (image * means.length + channel) * plane;
  }
}
