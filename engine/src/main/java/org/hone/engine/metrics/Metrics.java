package org.hone.engine.metrics;

import java.util.List;
import org.hone.api.training.Goal;
import org.hone.api.training.Metric;

/** The metrics that can be a study's objective. */
public final class Metrics {
  private static final List<Metric> ALL =
      List.of(
          new Accuracy(),
          new BalancedAccuracy(),
          new LogLoss(),
          new BinaryLogLoss(),
          new MeanSquaredError(),
          new RootMeanSquaredError(),
          new MeanAbsoluteError(),
          new CoefficientOfDetermination());

  private Metrics() {}

  /** All of them. */
  public static List<Metric> all() {
    return ALL;
  }

  /**
   * The metric of this id.
   *
   * @throws IllegalArgumentException that lists the known ids
   */
  public static Metric named(String id) {
    return ALL.stream()
        .filter(metric -> metric.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no metric '%s'; known: %s"
                        .formatted(id, String.join(", ", ALL.stream().map(Metric::id).toList()))));
  }

  /** What is usually looked at: accuracy of classes, root mean squared error of numbers. */
  public static Metric usualFor(Goal goal) {
    return switch (goal) {
      case CLASSIFICATION -> new Accuracy();
      case MULTI_LABEL -> new BinaryLogLoss();
      case REGRESSION -> new RootMeanSquaredError();
    };
  }

  /** What networks are trained on unless a technique changes it. */
  public static Metric lossOf(Goal goal) {
    return switch (goal) {
      case CLASSIFICATION -> new LogLoss();
      case MULTI_LABEL -> new BinaryLogLoss();
      case REGRESSION -> new MeanSquaredError();
    };
  }
}
