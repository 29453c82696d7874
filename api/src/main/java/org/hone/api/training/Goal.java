package org.hone.api.training;

/** What is predicted. */
public enum Goal {
  /** One of several classes; the network ends in class probabilities. */
  CLASSIFICATION,
  /** Any number of several labels; the network ends in a probability of each. */
  MULTI_LABEL,
  /** One or more real numbers. */
  REGRESSION;

  /** Whether predictions are probabilities. */
  public boolean isOfProbabilities() {
    return this != REGRESSION;
  }
}
