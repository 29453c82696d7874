package org.hone.engine.data;

import java.util.List;
import java.util.stream.IntStream;
import org.hone.api.training.InputShape;

/**
 * Images in memory, a byte for each value.
 *
 * @param scaled whether images of another size are scaled to this one
 * @param rows [channels, height, width] each
 */
record Images(InputShape input, boolean scaled, List<byte[]> rows) implements Features {
  private static final int BRIGHTNESSES = 256;

  Images {
    rows = List.copyOf(rows);
  }

  @Override
  public Coded<?> fit(int[] trainingRows) {
    List<Scale> scales =
        IntStream.range(0, ImageCoding.channels(input))
            .mapToObj(channel -> scale(channel, trainingRows))
            .toList();
    return new Coded<>(rows, new ImageCoding(input, scaled, scales));
  }

  /** Of all pixels of a channel. */
  private Scale scale(int channel, int[] trainingRows) {
    int area = ImageCoding.area(input);
    long[] histogram = new long[BRIGHTNESSES];
    for (int row : trainingRows) {
      byte[] values = rows.get(row);
      for (int i = channel * area; i < (channel + 1) * area; i++) {
        histogram[values[i] & 0xff]++;
      }
    }
    return Scale.ofHistogram(histogram);
  }

  @Override
  public List<String> remarks() {
    return List.of();
  }
}
