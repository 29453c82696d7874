package org.hone.plugins.augmentation;

/**
 * An affine map of images about their centre, read between pixels by bilinear interpolation.
 *
 * <pre>{@code
 * source = A * (x, y) + d
 * value  = (1 - u) * (1 - v) * I[i, j] + u * (1 - v) * I[i, j + 1]
 *        + (1 - u) * v * I[i + 1, j] + u * v * I[i + 1, j + 1]
 * }</pre>
 *
 * x counts pixels to the right of the centre, y below it; (i, j) is the pixel above and to the left
 * of the source, and v, u are the rests.
 *
 * @param xx xy, yx and yy: A, from places of the new image to those of the old one
 * @param dx dy: d, in pixels
 */
record Warp(double xx, double xy, double yx, double yy, double dx, double dy) {

  /** A turn to the left. */
  static Warp rotation(double degrees) {
    double cosine = Math.cos(Math.toRadians(degrees));
    double sine = Math.sin(Math.toRadians(degrees));
    return new Warp(cosine, -sine, sine, cosine, 0, 0);
  }

  /** A move to the right and down, in pixels, of an image enlarged by the factor. */
  static Warp shiftAndScale(double right, double down, double factor) {
    return new Warp(1 / factor, 0, 0, 1 / factor, -right / factor, -down / factor);
  }

  /** Each row moved by its distance from the centre times x, each column by its own times y. */
  static Warp shear(double x, double y) {
    return new Warp(1, x, y, 1, 0, 0);
  }

  /**
   * The image seen through the map.
   *
   * @param filling what lies beyond the rim
   */
  Image of(Image image, float filling) {
    double middleX = (image.width() - 1) / 2.0;
    double middleY = (image.height() - 1) / 2.0;
    return image.redrawn(
        (channel, row, column) -> {
          double x = column - middleX;
          double y = row - middleY;
          double sourceX = xx * x + xy * y + dx + middleX;
          double sourceY = yx * x + yy * y + dy + middleY;
          return between(image, channel, sourceX, sourceY, filling);
        });
  }

  private static float between(Image image, int channel, double x, double y, float filling) {
    int j = (int) Math.floor(x);
    int i = (int) Math.floor(y);
    double u = x - j;
    double v = y - i;
    double above =
        (1 - u) * image.at(channel, i, j, filling) + u * image.at(channel, i, j + 1, filling);
    double below =
        (1 - u) * image.at(channel, i + 1, j, filling)
            + u * image.at(channel, i + 1, j + 1, filling);
    return (float) ((1 - v) * above + v * below);
  }
}
