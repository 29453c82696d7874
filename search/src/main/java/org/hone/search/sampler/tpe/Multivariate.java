package org.hone.search.sampler.tpe;

import java.util.random.RandomGenerator;

/** Whether parameters are modelled jointly, which learns how they depend on one another. */
public enum Multivariate {
  /** Jointly, those that exist under the same conditions (Optuna's {@code group}). */
  ALWAYS,

  /** Each alone. */
  NEVER,

  /**
   * Jointly; each alone every other time if there are several objectives. What is modelled alone
   * combines values of different good trials that never were together, and a front needs many that
   * differ.
   */
  MOSTLY;

  /** Whether the next trial is to come from a joint model. */
  boolean isJoint(int objectives, RandomGenerator random) {
    return switch (this) {
      case ALWAYS -> true;
      case NEVER -> false;
      case MOSTLY -> objectives == 1 || random.nextBoolean();
    };
  }
}
