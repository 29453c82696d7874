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
   * @param classes empty for regression
   * @param moments {@link Moments#NONE} for classification
   */
  record Label(String name, List<String> classes, Moments moments) {
    Label {
      classes = List.copyOf(classes);
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
