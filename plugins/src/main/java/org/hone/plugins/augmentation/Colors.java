package org.hone.plugins.augmentation;

import org.hone.api.recipe.Batch;

/**
 * Changes of light and colour, in the units of the data and within the range that a batch shows.
 *
 * @param black the darkest number: 0, or the lowest of the batch if that is below
 * @param white the highest number of the batch
 */
record Colors(float black, float white) {
  /** Red, green and blue as bright as the eye sees them, ITU-R BT.601. */
  private static final float[] LUMA = {0.299f, 0.587f, 0.114f};

  static Colors of(Batch batch) {
    float lowest = batch.features().minNumber().floatValue();
    return new Colors(Math.min(0, lowest), batch.features().maxNumber().floatValue());
  }

  /** Distances from black, multiplied. */
  Image brightness(Image image, double factor) {
    return image.redrawn(
        (channel, row, column) -> mix(black, image.at(channel, row, column), factor));
  }

  /** Distances from the image's mean grey, multiplied. */
  Image contrast(Image image, double factor) {
    float grey = image.redrawn((channel, row, column) -> grey(image, row, column)).mean();
    return image.redrawn(
        (channel, row, column) -> mix(grey, image.at(channel, row, column), factor));
  }

  /** Distances of each pixel's channels from its own grey, multiplied; nothing to one channel. */
  Image color(Image image, double factor) {
    return image.redrawn(
        (channel, row, column) ->
            mix(grey(image, row, column), image.at(channel, row, column), factor));
  }

  /** Distances from the image smoothed, multiplied; the outermost pixels stay. */
  Image sharpness(Image image, double factor) {
    return image.redrawn(
        (channel, row, column) -> {
          boolean rim =
              row == 0 || column == 0 || row == image.height() - 1 || column == image.width() - 1;
          float own = image.at(channel, row, column);
          return rim ? own : mix(smooth(image, channel, row, column), own, factor);
        });
  }

  /**
   * The mean over a pixel and its eight neighbours, of which the pixel itself counts five times.
   */
  private static float smooth(Image image, int channel, int row, int column) {
    float sum = 4 * image.at(channel, row, column);
    for (int i = row - 1; i <= row + 1; i++) {
      for (int j = column - 1; j <= column + 1; j++) {
        sum += image.at(channel, i, j);
      }
    }
    return sum / 13;
  }

  /** The range as 256 levels. */
  Levels levels() {
    return new Levels(black, white);
  }

  private static float grey(Image image, int row, int column) {
    int channels = image.channels();
    float grey = 0;
    for (int channel = 0; channel < channels; channel++) {
      float share = channels == LUMA.length ? LUMA[channel] : 1f / channels;
      grey += share * image.at(channel, row, column);
    }
    return grey;
  }

  /** Exactly the value at factor 1. */
  private float mix(float from, float value, double factor) {
    double mixed = value + (factor - 1) * ((double) value - from);
    return (float) Math.max(black, Math.min(white, mixed));
  }
}
