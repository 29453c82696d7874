package org.hone.engine.data;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.hone.api.training.InputShape;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Lays features out as network inputs: those of a table side by side; those of an image, which come
 * row by row with the channels of a pixel side by side, channel by channel.
 */
final class Encoder {
  private final List<Feature> features;
  private final InputShape input;
  private final int[] from;
  private final int inputs;

  Encoder(List<Feature> features, InputShape input) {
    this.features = features;
    this.input = input;
    this.from = input.kind() == InputShape.Kind.TABLE ? sideBySide(features) : byChannel(input);
    this.inputs = features.stream().mapToInt(Feature::inputs).sum();
  }

  private static int[] sideBySide(List<Feature> features) {
    int[] from = new int[features.size()];
    for (int i = 1; i < from.length; i++) {
      from[i] = from[i - 1] + features.get(i - 1).inputs();
    }
    return from;
  }

  private static int[] byChannel(InputShape input) {
    int channels = channels(input);
    int pixels = input.sizes().get(0) * input.sizes().get(1);
    int[] from = new int[pixels * channels];
    for (int i = 0; i < from.length; i++) {
      from[i] = i % channels * pixels + i / channels;
    }
    return from;
  }

  /** How many channels a pixel has. */
  static int channels(InputShape image) {
    return image.sizes().get(2);
  }

  /**
   * The inputs of some rows: [rows, inputs], or [rows, channels, height, width].
   *
   * @param cells by feature
   */
  INDArray encode(List<Cells> cells, int[] rows) {
    float[] encoded = new float[Math.multiplyExact(rows.length, inputs)];
    for (int i = 0; i < from.length; i++) {
      Feature feature = features.get(i);
      Cells column = cells.get(i);
      int at = from[i];
      for (int row : rows) {
        feature.encode(column.at(row), encoded, at);
        at += inputs;
      }
    }
    return Nd4j.create(encoded, shape(rows.length), 'c');
  }

  /**
   * A figure of each input's scale: [1, inputs], in the order of {@link #encode} within one row.
   */
  INDArray scales(ToDoubleFunction<Scale> figure) {
    float[] scales = new float[inputs];
    for (int i = 0; i < from.length; i++) {
      Feature feature = features.get(i);
      for (int k = 0; k < feature.inputs(); k++) {
        scales[from[i] + k] = (float) figure.applyAsDouble(feature.scale());
      }
    }
    return Nd4j.create(scales, new long[] {1, inputs}, 'c');
  }

  private long[] shape(long rows) {
    List<Integer> sizes = input.sizes();
    return input.kind() == InputShape.Kind.TABLE
        ? new long[] {rows, inputs}
        : new long[] {rows, sizes.get(2), sizes.get(0), sizes.get(1)};
  }
}
