package org.hone.search.pruner;

import java.util.List;
import org.hone.search.space.Direction;
import org.hone.search.trial.StudySnapshot;

/** What a study's number of objectives means for a pruner. */
final class Objectives {
  private Objectives() {}

  /**
   * The only objective's direction.
   *
   * @throws IllegalStateException if there are several; the message says which pruners would do
   */
  static Direction only(StudySnapshot snapshot, Pruner pruner) {
    List<Direction> directions = snapshot.definition().directions();
    if (directions.size() > 1) {
      throw new IllegalStateException(
          "pruner '%s' judges by one objective, but study '%s' has %d; with several: asha, hyperband, nop, patient around one of these"
              .formatted(pruner.id(), snapshot.definition().name(), directions.size()));
    }
    return directions.get(0);
  }

  /** As losses, one per objective; values of another number are none of this study's. */
  static boolean fit(StudySnapshot snapshot, List<Double> values) {
    return values.size() == snapshot.definition().directions().size();
  }

  /** The values turned so that smaller is better. */
  static double[] losses(StudySnapshot snapshot, List<Double> values) {
    List<Direction> directions = snapshot.definition().directions();
    double[] losses = new double[values.size()];
    for (int m = 0; m < losses.length; m++) {
      losses[m] = directions.get(m).toLoss(values.get(m));
    }
    return losses;
  }
}
