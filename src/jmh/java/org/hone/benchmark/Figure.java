package org.hone.benchmark;

import java.util.Map;
import java.util.Optional;

/**
 * One figure that the tuner is to reach.
 *
 * @param name unique, for {@code -Dbench.only}
 * @param what is measured, in words
 * @param benchmark the class whose only benchmark measures it
 * @param settings of the benchmark, by field; {@code sampler} is skipped where there is none of
 *     that id
 * @param operations of which one run consists
 * @param reference what others need, and who says so
 */
record Figure(
    String name,
    String what,
    Class<?> benchmark,
    Map<String, String> settings,
    int operations,
    Scale scale,
    double target,
    String reference,
    Effort effort) {

  Optional<String> sampler() {
    return Optional.ofNullable(settings.get("sampler"));
  }

  double of(double seconds) {
    return scale.of(seconds, operations);
  }
}
