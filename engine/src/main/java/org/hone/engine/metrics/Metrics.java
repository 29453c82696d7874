package org.hone.engine.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Predicate;
import org.hone.api.technique.Techniques;
import org.hone.api.training.Goal;
import org.hone.api.training.Metric;

/**
 * The metrics that can be a study's objective: Hone's own, and those that jars on the class path
 * offer by a line in {@code META-INF/services/org.hone.api.training.Metric}. An id may stand for
 * several, of which each is for other goals.
 */
public final class Metrics {
  private static final List<Metric> OWN =
      List.of(
          new Accuracy(),
          new BalancedAccuracy(),
          new MacroF1(),
          new AreaUnderCurve(),
          new LogLoss(),
          new LabelAccuracy(),
          new SubsetAccuracy(),
          new LabelF1(),
          new BinaryLogLoss(),
          new MeanSquaredError(),
          new RootMeanSquaredError(),
          new MeanAbsoluteError(),
          new CoefficientOfDetermination());

  private Metrics() {}

  /**
   * All of them, Hone's own first.
   *
   * @throws MetricException if one of the class path cannot be made, has an id of another form, or
   *     one that is taken
   */
  public static List<Metric> all() {
    return with(found(Metrics.class.getClassLoader()));
  }

  /** Hone's own and these. */
  static List<Metric> with(List<Metric> others) {
    List<Metric> all = new ArrayList<>(OWN);
    others.forEach(metric -> add(metric, all));
    return List.copyOf(all);
  }

  /** Those of a class path. */
  static List<Metric> found(ClassLoader classPath) {
    try {
      return ServiceLoader.load(Metric.class, classPath).stream()
          .map(ServiceLoader.Provider::get)
          .toList();
    } catch (ServiceConfigurationError e) {
      throw new MetricException("a metric cannot be used: " + e.getMessage(), e);
    }
  }

  private static void add(Metric metric, List<Metric> all) {
    String implementation = metric.getClass().getName();
    if (!Techniques.isKebabCase(metric.id())) {
      throw new MetricException(
          "%s has id '%s', but an id is lower-case words joined by hyphens"
              .formatted(implementation, metric.id()));
    }
    Optional<String> owner = owner(metric, all);
    if (owner.isPresent()) {
      throw new MetricException(
          "metric '%s' of %s is also that of %s"
              .formatted(metric.id(), implementation, owner.get()));
    }
    all.add(metric);
  }

  private static Optional<String> owner(Metric metric, List<Metric> all) {
    if (Arrays.stream(Cost.values()).anyMatch(cost -> cost.id().equals(metric.id()))) {
      return Optional.of(Cost.class.getName());
    }
    return all.stream()
        .filter(other -> other.id().equals(metric.id()))
        .filter(other -> Arrays.stream(Goal.values()).anyMatch(bothFit(metric, other)))
        .map(other -> other.getClass().getName())
        .findFirst();
  }

  private static Predicate<Goal> bothFit(Metric one, Metric other) {
    return goal -> one.appliesTo(goal) && other.appliesTo(goal);
  }

  /** All that fit a goal. */
  public static List<Metric> fitting(Goal goal) {
    return all().stream().filter(metric -> metric.appliesTo(goal)).toList();
  }

  /**
   * The metric of this id.
   *
   * @throws IllegalArgumentException that lists the known ids
   */
  public static Metric named(String id) {
    return find(id, all())
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no metric '%s'; known: %s".formatted(id, ids(all()))));
  }

  /**
   * The metric of this id that fits a goal.
   *
   * @throws IllegalArgumentException that lists the fitting ids
   */
  public static Metric named(String id, Goal goal) {
    return find(id, fitting(goal))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no metric '%s' of %s; known: %s".formatted(id, goal, ids(fitting(goal)))));
  }

  private static Optional<Metric> find(String id, List<Metric> among) {
    return among.stream().filter(metric -> metric.id().equals(id)).findFirst();
  }

  private static String ids(List<Metric> metrics) {
    return String.join(", ", metrics.stream().map(Metric::id).distinct().toList());
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
