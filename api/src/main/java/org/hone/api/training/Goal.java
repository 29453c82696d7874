package org.hone.api.training;

/** What is predicted. */
public enum Goal {
  /** One of several classes; the network ends in class probabilities. */
  CLASSIFICATION,
  /** One or more real numbers. */
  REGRESSION
}
