package org.hone.engine.data;

import java.util.List;
import org.hone.api.training.Goal;

/**
 * All that a {@link Preprocessing} knows; its JSON is this record's.
 *
 * @param version of this record's form
 */
record Fitted(int version, Goal goal, Label label, Coding<?> features) {
  static final int VERSION = 2;

  /**
   * What is predicted.
   *
   * @param columns their names
   * @param classes what each probability is of; empty for regression
   * @param scales of each number, in the order of the columns; empty unless it is a regression
   */
  record Label(List<String> columns, List<String> classes, List<Scale> scales) {
    Label {
      columns = List.copyOf(columns);
      classes = List.copyOf(classes);
      scales = List.copyOf(scales);
    }

    /** How many outputs a network needs. */
    int outputs() {
      return Math.max(classes.size(), scales.size());
    }
  }

  Fitted {
    if (version != VERSION) {
      throw new IllegalArgumentException(
          "preprocessing of version %d; this Hone reads versions 1 to %d"
              .formatted(version, VERSION));
    }
  }

  Fitted(Goal goal, Label label, Coding<?> features) {
    this(VERSION, goal, label, features);
  }
}
