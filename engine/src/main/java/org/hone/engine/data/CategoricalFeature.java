package org.hone.engine.data;

import java.util.List;
import org.hone.engine.data.Column.Kind;

/**
 * A column of names, one input for each.
 *
 * @param categories in the order of the inputs
 */
record CategoricalFeature(String name, int number, List<String> categories) implements Feature {

  CategoricalFeature {
    categories = List.copyOf(categories);
  }

  @Override
  public Kind kind() {
    return Kind.CATEGORICAL;
  }

  @Override
  public int inputs() {
    return categories.size();
  }

  @Override
  public Scale scale() {
    return Scale.NONE;
  }

  @Override
  public void encode(float cell, float[] inputs, int from) {
    if (!Float.isNaN(cell)) {
      inputs[from + (int) cell] = 1;
    }
  }

  @Override
  public CellsReader reader(Place place) {
    return new CategoryReader(place, new Categories(categories));
  }
}
