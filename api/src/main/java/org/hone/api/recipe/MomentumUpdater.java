package org.hone.api.recipe;

import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.schedule.ISchedule;

/**
 * An optimizer of an author's own with a momentum, which follows a {@link Schedule} as that of
 * Deeplearning4j's Nesterovs does.
 */
public interface MomentumUpdater extends IUpdater {

  /** Without a schedule; 0 if it has none. */
  double momentum();

  /** From now on the momentum of each step is what this says; it is equal for all layers. */
  void setMomentumSchedule(ISchedule schedule);
}
