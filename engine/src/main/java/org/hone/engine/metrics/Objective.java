package org.hone.engine.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hone.api.training.Goal;
import org.hone.api.training.Metric;
import org.hone.search.space.Direction;

/**
 * Something a study can aim at.
 *
 * @param metric of predictions; empty for a {@link Cost}
 */
public record Objective(String id, Direction direction, Optional<Metric> metric) {

  /** A metric of predictions. */
  public static Objective of(Metric metric) {
    return new Objective(metric.id(), metric.direction(), Optional.of(metric));
  }

  /** A cost. */
  public static Objective of(Cost cost) {
    return new Objective(cost.id(), cost.direction(), Optional.empty());
  }

  /** All that fit a goal: metrics of predictions first, then costs. */
  public static List<Objective> fitting(Goal goal) {
    List<Objective> fitting = new ArrayList<>();
    Metrics.fitting(goal).forEach(metric -> fitting.add(of(metric)));
    Arrays.stream(Cost.values()).forEach(cost -> fitting.add(of(cost)));
    return List.copyOf(fitting);
  }

  /** That of this id among those that fit a goal. */
  public static Optional<Objective> find(String id, Goal goal) {
    return fitting(goal).stream().filter(one -> one.id().equals(id)).findFirst();
  }
}
