package org.hone.engine.data.file;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Reads images as Java's ImageIO knows them. Transparent pixels are laid on white; a camera's mark
 * of which side is up is not looked at.
 */
public final class ImageFile {
  /** What files of images are called. */
  public static final String NAMED = ".png, .jpg, .jpeg, .gif, .bmp";

  private static final List<String> ENDINGS = List.of(NAMED.split(", "));

  private static final int COLOURS = 3;
  private static final int OPAQUE = 255;

  private ImageFile() {}

  public static boolean isNamedLikeOne(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(name::endsWith);
  }

  /** The images of a folder. */
  public static FileTree tree(DataFile folder) {
    return new FileTree(folder, ImageFile::isNamedLikeOne, "images (%s)".formatted(NAMED));
  }

  /**
   * An image in its own size, grey or coloured as it is.
   *
   * @throws IOException if the bytes are no image
   */
  public static Pixels decode(byte[] bytes) throws IOException {
    BufferedImage image = read(bytes);
    return isGrey(image.getColorModel()) ? grey(image) : colour(image);
  }

  private static BufferedImage read(byte[] bytes) throws IOException {
    BufferedImage image;
    try {
      image = ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes)));
    } catch (RuntimeException e) {
      // readers of broken files throw whatever they run into
      throw new IOException(e.toString(), e);
    }
    if (image == null) {
      throw new IOException("it does not begin like an image");
    }
    return image;
  }

  private static boolean isGrey(ColorModel colours) {
    return colours instanceof IndexColorModel palette
        ? IntStream.range(0, palette.getMapSize())
            .allMatch(
                i ->
                    palette.getRed(i) == palette.getGreen(i)
                        && palette.getRed(i) == palette.getBlue(i))
        : colours.getNumColorComponents() == 1;
  }

  private static Pixels grey(BufferedImage image) {
    byte[] values = new byte[image.getHeight() * image.getWidth()];
    ColorModel colours = image.getColorModel();
    Raster raster = image.getRaster();
    int at = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        if (colours instanceof IndexColorModel palette) {
          int entry = raster.getSample(x, y, 0);
          values[at++] = onWhite(palette.getRed(entry), palette.getAlpha(entry));
        } else {
          // BufferedImage.getRGB would take grey values for linear light, and change them
          int alpha = colours.hasAlpha() ? sample(image, x, y, 1) : OPAQUE;
          values[at++] = onWhite(sample(image, x, y, 0), alpha);
        }
      }
    }
    return new Pixels(image.getHeight(), image.getWidth(), 1, values);
  }

  /** From 0 to 255, whatever the depth of the image. */
  private static int sample(BufferedImage image, int x, int y, int band) {
    int highest = (1 << image.getColorModel().getComponentSize(band)) - 1;
    return Math.round(image.getRaster().getSample(x, y, band) * (float) OPAQUE / highest);
  }

  private static Pixels colour(BufferedImage image) {
    int width = image.getWidth();
    int area = image.getHeight() * width;
    byte[] values = new byte[COLOURS * area];
    int[] row = new int[width];
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRGB(0, y, width, 1, row, 0, width);
      for (int x = 0; x < width; x++) {
        int alpha = row[x] >>> 24;
        for (int channel = 0; channel < COLOURS; channel++) {
          int value = row[x] >> (16 - 8 * channel) & 0xff;
          values[channel * area + y * width + x] = onWhite(value, alpha);
        }
      }
    }
    return new Pixels(image.getHeight(), width, COLOURS, values);
  }

  private static byte onWhite(int value, int alpha) {
    return (byte) (OPAQUE - (OPAQUE - value) * alpha / OPAQUE);
  }
}
