package org.hone.worker.program;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.hone.search.space.ParameterValues;
import org.hone.search.study.Trial;

/**
 * What a program is asked to measure.
 *
 * <pre>{@code {"trial": 7, "params": {"rate": 0.001, "layers": 3}, "seed": 123} }</pre>
 *
 * @param params the active parameters
 * @param seed for the program's own randomness, from 0 to 2^31 - 2, so that every language takes it
 */
public record Order(int trial, ParameterValues params, int seed) {

  /** The order of a trial; its seed follows from the study's and the trial's number. */
  public static Order of(Trial trial, long studySeed) {
    return new Order(trial.number(), trial.parameters(), seed(studySeed, trial.number()));
  }

  static int seed(long studySeed, int trial) {
    long mixed = new SplittableRandom(studySeed).nextLong();
    return new SplittableRandom(mixed + trial).nextInt(Integer.MAX_VALUE);
  }

  /** As one line of JSON. */
  public String json() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("trial", trial);
    object.put("params", params.external());
    object.put("seed", seed);
    return JsonLine.write(object);
  }
}
