package org.hone.engine.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.hone.api.recipe.Inputs;
import org.hone.api.training.InputShape;
import org.hone.engine.data.file.DataFile;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * How columns of a CSV file become the columns of a table, or the pixels of images.
 *
 * @param origin the file that it was fitted to
 */
record ColumnCoding(Origin origin, InputShape input, List<Feature> features)
    implements Coding<List<Cells>> {

  /**
   * How the file was laid out.
   *
   * @param header whether its first line named the columns
   * @param width columns, with the labels and those that are ignored
   * @param labels the numbers of the labels' columns, from 1
   */
  record Origin(boolean header, int width, List<Integer> labels) {
    Origin {
      labels = List.copyOf(labels);
    }
  }

  ColumnCoding {
    features = List.copyOf(features);
    int inputs = features.stream().mapToInt(Feature::inputs).sum();
    int expected =
        input.sizes().stream().mapToInt(Integer::intValue).reduce(1, Math::multiplyExact);
    if (inputs != expected) {
      throw new IllegalArgumentException(
          "%s needs %d inputs, but the features make %d".formatted(input, expected, inputs));
    }
  }

  /**
   * {@inheritDoc}
   *
   * @param cells by feature
   */
  @Override
  public Inputs encode(List<Cells> cells, int[] rows) {
    return Inputs.of(encoder().encode(cells, rows));
  }

  @Override
  public UnaryOperator<INDArray> scaling() {
    Encoder encoder = encoder();
    return new Standardisation(encoder.scales(Scale::center), encoder.scales(Scale::factor));
  }

  @Override
  public RawRows read(DataFile file) {
    return PredictionReader.read(this, file);
  }

  @Override
  public RawRows read(List<Map<String, String>> rows) {
    return RowMaps.read(this, rows);
  }

  @Override
  public Map<String, Column.Kind> columns() {
    Map<String, Column.Kind> kinds = new LinkedHashMap<>();
    features.forEach(feature -> kinds.put(feature.name(), feature.kind()));
    return Collections.unmodifiableMap(kinds);
  }

  private Encoder encoder() {
    return new Encoder(features, input);
  }
}
