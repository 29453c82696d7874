package org.hone.engine.metrics;

/** A metric of the class path cannot be used. The message is for the user, in one line. */
public final class MetricException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Says which metric, and why. */
  public MetricException(String message) {
    super(message);
  }

  MetricException(String message, Throwable cause) {
    super(message, cause);
  }
}
