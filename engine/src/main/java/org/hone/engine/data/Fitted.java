package org.hone.engine.data;

import java.util.List;
import org.hone.api.training.Goal;
import org.hone.api.training.InputShape;

/**
 * All that a {@link Preprocessing} knows; its JSON is this record's.
 *
 * @param version of this record's form
 * @param origin the file that it was fitted to
 */
record Fitted(
    int version, Origin origin, Goal goal, InputShape input, Label label, List<Feature> features) {
  static final int VERSION = 1;

  /**
   * How the file was laid out.
   *
   * @param header whether its first line named the columns
   * @param width columns, with the label and those that are ignored
   */
  record Origin(boolean header, int width) {}

  /**
   * The column to predict.
   *
   * @param number in the file, from 1
   * @param classes empty for regression
   * @param moments {@link Moments#NONE} for classification
   */
  record Label(String name, int number, List<String> classes, Moments moments) {
    Label {
      classes = List.copyOf(classes);
    }
  }

  Fitted {
    features = List.copyOf(features);
    if (version != VERSION) {
      throw new IllegalArgumentException(
          "preprocessing of version %d; this Hone reads version %d".formatted(version, VERSION));
    }
    int inputs = features.stream().mapToInt(Feature::inputs).sum();
    int expected =
        input.sizes().stream().mapToInt(Integer::intValue).reduce(1, Math::multiplyExact);
    if (inputs != expected) {
      throw new IllegalArgumentException(
          "%s needs %d inputs, but the features make %d".formatted(input, expected, inputs));
    }
  }
}
