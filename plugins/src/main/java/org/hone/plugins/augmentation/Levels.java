package org.hone.plugins.augmentation;

/**
 * Changes of images as numbers of 256 levels, evenly spaced from black to white; a number between
 * two belongs to the nearer one.
 *
 * @param black level 0, in the units of the data
 * @param white level 255; where it is no more than black, nothing changes
 */
record Levels(float black, float white) {
  private static final int HIGHEST = 255;
  private static final int BITS = 8;

  private double exactly(float value) {
    return HIGHEST * ((double) value - black) / ((double) white - black);
  }

  private int level(float value) {
    return (int) Math.max(0, Math.min(HIGHEST, Math.round(exactly(value))));
  }

  private float value(double level) {
    return (float) (black + level / HIGHEST * ((double) white - black));
  }

  private boolean isFlat() {
    return !(white > black);
  }

  /** What reaches the threshold, in levels, is exchanged for its negative. */
  Image solarized(Image image, double threshold) {
    return isFlat()
        ? image
        : image.redrawn(
            (channel, row, column) -> {
              float value = image.at(channel, row, column);
              return exactly(value) < threshold ? value : black + white - value;
            });
  }

  /** Only the highest bits of each level are kept, of eight. */
  Image posterized(Image image, int bits) {
    int kept = -1 << (BITS - bits);
    return isFlat() || bits == BITS
        ? image
        : image.redrawn(
            (channel, row, column) -> value(level(image.at(channel, row, column)) & kept));
  }

  /** Each channel stretched, so that its darkest number is black and its brightest white. */
  Image stretched(Image image) {
    float[] lowest = new float[image.channels()];
    float[] highest = new float[image.channels()];
    for (int channel = 0; channel < image.channels(); channel++) {
      lowest[channel] = image.lowest(channel);
      highest[channel] = image.highest(channel);
    }
    return isFlat()
        ? image
        : image.redrawn(
            (channel, row, column) -> {
              double value = image.at(channel, row, column);
              double range = (double) highest[channel] - lowest[channel];
              return range > 0
                  ? value(HIGHEST * (value - lowest[channel]) / range)
                  : image.at(channel, row, column);
            });
  }

  /**
   * Each channel with its levels spread, so that about as many pixels have each.
   *
   * <pre>{@code
   * level' = round(255 * pixels below the level / (pixels - those of the highest level there is))
   * }</pre>
   */
  Image equalized(Image image) {
    if (isFlat()) {
      return image;
    }
    int[][] spread = new int[image.channels()][];
    for (int channel = 0; channel < spread.length; channel++) {
      spread[channel] = spread(histogram(image, channel));
    }
    return image.redrawn(
        (channel, row, column) -> {
          float value = image.at(channel, row, column);
          return spread[channel].length == 0 ? value : value(spread[channel][level(value)]);
        });
  }

  private int[] histogram(Image image, int channel) {
    int[] pixels = new int[HIGHEST + 1];
    for (int row = 0; row < image.height(); row++) {
      for (int column = 0; column < image.width(); column++) {
        pixels[level(image.at(channel, row, column))]++;
      }
    }
    return pixels;
  }

  /** The new level of each; none if all pixels have the same. */
  private static int[] spread(int... pixels) {
    int all = 0;
    int last = 0;
    for (int count : pixels) {
      all += count;
      last = count > 0 ? count : last;
    }
    if (all == last) {
      return new int[0];
    }
    int[] spread = new int[pixels.length];
    int below = 0;
    for (int level = 0; level < pixels.length; level++) {
      spread[level] = (int) Math.min(HIGHEST, Math.round((double) HIGHEST * below / (all - last)));
      below += pixels[level];
    }
    return spread;
  }
}
