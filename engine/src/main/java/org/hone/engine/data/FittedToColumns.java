package org.hone.engine.data;

import java.util.List;
import org.hone.api.training.Goal;
import org.hone.api.training.InputShape;

/**
 * The first version of {@link Fitted}, when all features were columns of a CSV file; models saved
 * then are still read.
 */
record FittedToColumns(
    int version, Origin origin, Goal goal, InputShape input, Label label, List<Feature> features) {
  static final int VERSION = 1;

  record Origin(boolean header, int width) {}

  record Label(String name, int number, List<String> classes, Scale moments) {}

  /** The same in today's form. */
  Fitted today() {
    return new Fitted(
        goal,
        new Fitted.Label(
            List.of(label.name()),
            label.classes(),
            goal == Goal.REGRESSION ? List.of(label.moments()) : List.of()),
        new ColumnCoding(
            new ColumnCoding.Origin(origin.header(), origin.width(), List.of(label.number())),
            input,
            features));
  }
}
