package org.hone.plugins.augmentation;

import java.util.Arrays;

/** One image as plain numbers, [channels, height, width]. Immutable by convention. */
final class Image {
  private final float[] values;
  private final int channels;
  private final int height;
  private final int width;

  /** Where a number of a new image comes from. */
  @FunctionalInterface
  interface Pixels {
    float at(int channel, int row, int column);
  }

  /**
   * An image of these numbers.
   *
   * @param values channel by channel, row by row
   * @param shape [channels, height, width]
   */
  Image(float[] values, long... shape) {
    this.values = values;
    this.channels = Math.toIntExact(shape[0]);
    this.height = Math.toIntExact(shape[1]);
    this.width = Math.toIntExact(shape[2]);
  }

  int channels() {
    return channels;
  }

  int height() {
    return height;
  }

  int width() {
    return width;
  }

  /** All numbers, channel by channel, row by row. */
  float[] values() {
    return values;
  }

  float at(int channel, int row, int column) {
    return values[(channel * height + row) * width + column];
  }

  /** The number there, or the filling beyond the rim. */
  float at(int channel, int row, int column, float filling) {
    boolean inside = row >= 0 && row < height && column >= 0 && column < width;
    return inside ? at(channel, row, column) : filling;
  }

  float mean() {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return (float) (sum / values.length);
  }

  float lowest(int channel) {
    float lowest = Float.POSITIVE_INFINITY;
    for (int i = channel * height * width; i < (channel + 1) * height * width; i++) {
      lowest = Math.min(lowest, values[i]);
    }
    return lowest;
  }

  float highest(int channel) {
    float highest = Float.NEGATIVE_INFINITY;
    for (int i = channel * height * width; i < (channel + 1) * height * width; i++) {
      highest = Math.max(highest, values[i]);
    }
    return highest;
  }

  /** An image of the same size, drawn anew. */
  Image redrawn(Pixels pixels) {
    float[] drawn = new float[values.length];
    int i = 0;
    for (int channel = 0; channel < channels; channel++) {
      for (int row = 0; row < height; row++) {
        for (int column = 0; column < width; column++) {
          drawn[i++] = pixels.at(channel, row, column);
        }
      }
    }
    return new Image(drawn, channels, height, width);
  }

  @Override
  public String toString() {
    return Arrays.toString(values);
  }
}
