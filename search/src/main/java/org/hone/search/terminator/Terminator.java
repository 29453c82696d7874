package org.hone.search.terminator;

import org.hone.search.trial.StudySnapshot;

/**
 * Says when going on is not worth it any more. Asked after every trial that ends; like a sampler it
 * keeps no state, so that a study can be stopped, and told again that it may stop, in any process.
 */
@FunctionalInterface
public interface Terminator {

  /** Whether what has happened so far is enough. */
  boolean shouldStop(StudySnapshot snapshot);

  /** Stops as soon as either does. */
  default Terminator or(Terminator other) {
    return snapshot -> shouldStop(snapshot) || other.shouldStop(snapshot);
  }

  /** Stops only when both do. */
  default Terminator and(Terminator other) {
    return snapshot -> shouldStop(snapshot) && other.shouldStop(snapshot);
  }
}
