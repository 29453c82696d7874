package org.hone.plugins.schedule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hone.api.recipe.Progress;
import org.hone.api.recipe.Schedule;
import org.hone.plugins.Trial;

/** A schedule's factors over 10 epochs of 10 steps. */
final class Course {
  private Course() {}

  /** The place of a step. */
  static Progress at(int step) {
    return new Progress(step / 10, 10, step, step % 10, 10, List.of());
  }

  /** The factor at a step, of a technique with these strengths. */
  static double factor(RateSchedule technique, Map<String, ?> strengths, int step) {
    return schedule(technique, strengths).at(at(step)).factor();
  }

  static Schedule schedule(RateSchedule technique, Map<String, ?> strengths) {
    Map<String, Object> all = new HashMap<>(strengths);
    all.putIfAbsent("warm-up", 0.0);
    return technique.schedule(technique.parameters(Trial.CLASSES).fromExternal(all));
  }
}
