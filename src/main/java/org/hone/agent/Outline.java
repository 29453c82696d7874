package org.hone.agent;

import java.util.List;
import org.hone.api.training.Goal;
import org.hone.api.training.InputShape;
import org.hone.engine.data.Dataset;
import org.hone.engine.data.Preprocessing;

/**
 * What of a study's data is the same for every split.
 *
 * @param outputs that a network needs
 * @param labels what is predicted, by the names of its columns
 * @param columns to learn from; 0 if they are no table
 */
record Outline(Goal goal, InputShape input, int outputs, List<String> labels, int columns) {

  static Outline of(Dataset rows) {
    return new Outline(
        rows.goal(), rows.input(), rows.outputs(), rows.labels(), rows.columns().size());
  }

  /** Of rows that others have read. */
  static Outline of(Preprocessing fitted) {
    return new Outline(
        fitted.goal(), fitted.input(), fitted.outputs(), fitted.labels(), fitted.columns().size());
  }
}
