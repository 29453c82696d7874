package org.hone.api.training;

/** What becomes of a training after an epoch. */
public enum Decision {
  CONTINUE,
  STOP
}
