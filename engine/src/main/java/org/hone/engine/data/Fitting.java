package org.hone.engine.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hone.api.training.InputShape;

/**
 * Fits features to training rows: the median and the scale of numbers. Categories are those of the
 * whole file, so that the number of inputs does not depend on the split.
 */
final class Fitting {
  private final int[] rows;
  private final ScalingMethod scaling;

  Fitting(int[] trainingRows, ScalingMethod scaling) {
    this.rows = trainingRows;
    this.scaling = scaling;
  }

  /**
   * Features of a table: each column is scaled by itself. Features of an image: each channel is.
   */
  List<Feature> features(List<RawColumn> columns, InputShape input) {
    List<Feature> features = columns.stream().map(this::feature).toList();
    return input.kind() == InputShape.Kind.IMAGE
        ? byChannel(features, columns, Encoder.channels(input))
        : features;
  }

  /** The scale of a column without missing values. */
  Scale scale(Cells cells) {
    return scaling.of(cells.present(rows));
  }

  private Feature feature(RawColumn raw) {
    Column column = raw.column();
    if (column.kind() == Column.Kind.CATEGORICAL) {
      return new CategoricalFeature(column.name(), raw.place().number(), column.categories());
    }
    double median = median(raw.cells());
    return new NumericFeature(
        column.name(), raw.place().number(), median, scaling.of(imputed(raw.cells(), median)));
  }

  private List<Feature> byChannel(List<Feature> pixels, List<RawColumn> columns, int channels) {
    List<Scale> ofChannel =
        IntStream.range(0, channels)
            .mapToObj(channel -> ofChannel(pixels, columns, channel, channels))
            .toList();
    List<Feature> features = new ArrayList<>();
    for (Feature pixel : pixels) {
      features.add(((NumericFeature) pixel).scaledBy(ofChannel.get(features.size() % channels)));
    }
    return features;
  }

  private Scale ofChannel(
      List<Feature> pixels, List<RawColumn> columns, int channel, int channels) {
    int[] places = IntStream.iterate(channel, i -> i < pixels.size(), i -> i + channels).toArray();
    if (scaling == ScalingMethod.STANDARD) {
      return Scale.pooled(Arrays.stream(places).mapToObj(i -> pixels.get(i).scale()).toList());
    }
    float[] values = new float[Math.multiplyExact(places.length, rows.length)];
    for (int i = 0; i < places.length; i++) {
      double median = ((NumericFeature) pixels.get(places[i])).median();
      float[] ofPixel = imputed(columns.get(places[i]).cells(), median);
      System.arraycopy(ofPixel, 0, values, i * rows.length, rows.length);
    }
    return scaling.of(values);
  }

  /** The training rows' cells, with the median in the place of those that are missing. */
  private float[] imputed(Cells cells, double median) {
    float[] imputed = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      imputed[i] = cells.isMissing(rows[i]) ? (float) median : cells.at(rows[i]);
    }
    return imputed;
  }

  /** Of the training rows that have a value; 0 if none has. */
  private double median(Cells cells) {
    float[] sorted = cells.present(rows);
    if (sorted.length == 0) {
      return 0;
    }
    Arrays.sort(sorted);
    return (sorted[(sorted.length - 1) / 2] + (double) sorted[sorted.length / 2]) / 2;
  }
}
