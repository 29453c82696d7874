package org.hone.engine.data;

import java.util.List;
import org.hone.api.training.InputShape;

/**
 * Columns of a CSV file: of a table, or the pixels of images.
 *
 * @param origin the file
 */
record Columns(
    ColumnCoding.Origin origin, InputShape input, List<RawColumn> raw, ScalingMethod scaling)
    implements Features {

  Columns {
    raw = List.copyOf(raw);
  }

  @Override
  public List<Column> columns() {
    return raw.stream().map(RawColumn::column).toList();
  }

  @Override
  public Coded<?> fit(int[] trainingRows) {
    List<Feature> features = new Fitting(trainingRows, scaling).features(raw, input);
    return new Coded<>(
        raw.stream().map(RawColumn::cells).toList(), new ColumnCoding(origin, input, features));
  }

  @Override
  public List<String> remarks() {
    return input.kind() == InputShape.Kind.TABLE ? Remarks.on(raw) : List.of();
  }
}
