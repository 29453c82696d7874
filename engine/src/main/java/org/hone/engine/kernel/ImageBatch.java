package org.hone.engine.kernel;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * An array [images, channels, height, width] without gaps in this order, read and written a channel
 * of an image at a time.
 */
final class ImageBatch {
  private final NativeFloats memory;
  private final int images;
  private final int channels;
  private final int height;
  private final int width;

  ImageBatch(INDArray array) {
    memory = NativeFloats.of(array);
    images = (int) array.size(0);
    channels = (int) array.size(1);
    height = (int) array.size(2);
    width = (int) array.size(3);
  }

  /** Whether an array lies in memory as it is read here. */
  static boolean canRead(INDArray array) {
    return array.rank() == 4 && NativeFloats.canRead(array);
  }

  int images() {
    return images;
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

  /** Elements of a channel of an image. */
  int plane() {
    return height * width;
  }

  /** Copies a channel of an image, row by row. */
  void get(int image, int channel, float[] into) {
    memory.get((image * channels + channel) * plane(), into, plane());
  }

  /** Writes a channel of an image, row by row. */
  void put(int image, int channel, float[] from) {
    memory.put((image * channels + channel) * plane(), from, plane());
  }
}
