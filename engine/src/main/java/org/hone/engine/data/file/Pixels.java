package org.hone.engine.data.file;

/** An image in memory. Immutable by convention. */
public final class Pixels {
  /** How bright red, green and blue look, as ITU-R BT.601 weighs them. */
  private static final double[] LUMA = {0.299, 0.587, 0.114};

  private final int height;
  private final int width;
  private final int channels;
  private final byte[] values;

  /**
   * An image.
   *
   * @param channels 1 (grey) or 3 (red, green, blue), or any number where a file says so
   * @param values [channels, height, width], each a byte without sign
   */
  Pixels(int height, int width, int channels, byte[] values) {
    this.height = height;
    this.width = width;
    this.channels = channels;
    this.values = values;
  }

  public int height() {
    return height;
  }

  public int width() {
    return width;
  }

  public int channels() {
    return channels;
  }

  /** [channels, height, width], each a byte without sign. */
  public byte[] values() {
    return values;
  }

  public boolean hasSizeOf(Pixels other) {
    return height == other.height && width == other.width;
  }

  /** Height and width, for people. */
  public String size() {
    return "%d x %d".formatted(height, width);
  }

  /** The same image in grey, or in colour. */
  public Pixels withChannels(int wanted) {
    if (wanted == channels) {
      return this;
    }
    return wanted == 1 ? grey() : repeated(wanted);
  }

  private Pixels grey() {
    int area = height * width;
    byte[] grey = new byte[area];
    for (int i = 0; i < area; i++) {
      double sum = 0;
      for (int channel = 0; channel < LUMA.length; channel++) {
        sum += LUMA[channel] * (values[channel * area + i] & 0xff);
      }
      grey[i] = (byte) Math.round(sum);
    }
    return new Pixels(height, width, 1, grey);
  }

  private Pixels repeated(int times) {
    byte[] all = new byte[values.length * times];
    for (int i = 0; i < times; i++) {
      System.arraycopy(values, 0, all, i * values.length, values.length);
    }
    return new Pixels(height, width, times, all);
  }

  /** The same image in another size; its proportions may change. */
  public Pixels scaledTo(int newHeight, int newWidth) {
    if (newHeight == height && newWidth == width) {
      return this;
    }
    byte[] scaled = new byte[channels * newHeight * newWidth];
    Resampling across = Resampling.of(width, newWidth);
    Resampling down = Resampling.of(height, newHeight);
    for (int channel = 0; channel < channels; channel++) {
      float[] plane = down.columns(across.rows(plane(channel), height), newWidth);
      for (int i = 0; i < plane.length; i++) {
        scaled[channel * plane.length + i] = (byte) Math.round(plane[i]);
      }
    }
    return new Pixels(newHeight, newWidth, channels, scaled);
  }

  private float[] plane(int channel) {
    float[] plane = new float[height * width];
    for (int i = 0; i < plane.length; i++) {
      plane[i] = values[channel * plane.length + i] & 0xff;
    }
    return plane;
  }
}
