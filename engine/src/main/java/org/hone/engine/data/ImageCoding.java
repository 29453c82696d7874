package org.hone.engine.data;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.hone.api.recipe.Inputs;
import org.hone.api.training.InputShape;
import org.hone.engine.data.file.DataFile;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * How images become [rows, channels, height, width], from 0 to 255 before scaling.
 *
 * @param scaled whether images of another size are scaled; an error otherwise
 * @param channels how each is standardised
 */
record ImageCoding(InputShape input, boolean scaled, List<Scale> channels)
    implements Coding<List<byte[]>> {

  ImageCoding {
    channels = List.copyOf(channels);
    if (channels.size() != channels(input)) {
      throw new IllegalArgumentException(
          "%s has %d channels, but %d are scaled"
              .formatted(input, channels(input), channels.size()));
    }
  }

  /** How many values a pixel has. */
  static int channels(InputShape image) {
    return image.sizes().get(2);
  }

  /** How many pixels there are. */
  static int area(InputShape image) {
    return Math.multiplyExact(image.sizes().get(0), image.sizes().get(1));
  }

  @Override
  public Inputs encode(List<byte[]> rows, int[] which) {
    int length = channels(input) * area(input);
    float[] encoded = new float[Math.multiplyExact(which.length, length)];
    int at = 0;
    for (int row : which) {
      for (byte value : rows.get(row)) {
        encoded[at++] = value & 0xff;
      }
    }
    List<Integer> sizes = input.sizes();
    long[] shape = {which.length, sizes.get(2), sizes.get(0), sizes.get(1)};
    return Inputs.of(Nd4j.create(encoded, shape, 'c'));
  }

  @Override
  public UnaryOperator<INDArray> scaling() {
    return new Standardisation(byPixel(Scale::center), byPixel(Scale::factor));
  }

  private INDArray byPixel(ToDoubleFunction<Scale> figure) {
    int area = area(input);
    float[] values = new float[channels.size() * area];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) figure.applyAsDouble(channels.get(i / area));
    }
    return Nd4j.create(values, new long[] {1, values.length}, 'c');
  }

  @Override
  public RawRows read(DataFile file) {
    ImageRows images = ImageRows.read(file);
    List<byte[]> rows = images.fitted(input, scaled);
    return new RawRows(new Coded<>(rows, this), rows.size(), images.names(), List.of());
  }
}
